/*
question = "What kind of work do they do?"
row      = "one strand of one side"
key      = ["side", "strand"]
chart    = { form = "paired_dots", label = "strand", value = "partnerships", colour = "side" }
finding  = { kind = "widest", by = "side", label = "strand", value = "partnerships", besides = ["other", "not stated"] }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Counts, not shares: of two sides that differ in size the larger one stands further to the right throughout."

[params]
usual = ["side", "country", "programme", "years"]
institution = { type = "VARCHAR[]", meaning = "partnerships in which one of these institutions has a part; empty means all" }

[columns]
side            = { type = "VARCHAR", words = "side", label = "Side" }
strand          = { type = "VARCHAR", words = "strand" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with base as (
    select partnership_id, strand
    from counted($country, $programme, $years, [], [], [], [])
    semi join with_institutions($institution) using (partnership_id)
)
select
    $side as side,
    strand,
    count(*) as partnerships,
    list(partnership_id order by partnership_id) as partnership_ids
from base
group by strand
order by partnerships desc, strand
