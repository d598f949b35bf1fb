/*
question = "What are they about?"
row      = "one subject of one side"
key      = ["side", "subject"]
chart    = { form = "paired_dots", label = "subject", value = "partnerships", colour = "side" }
finding  = { kind = "widest", by = "side", label = "subject", value = "partnerships", besides = ["Multiple", "Not stated"] }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Counts, not shares: of two sides that differ in size the larger one stands further to the right throughout."

[params]
usual = ["side", "country", "programme", "years"]
institution = { type = "VARCHAR[]", meaning = "partnerships in which one of these institutions has a part; empty means all" }

[columns]
side            = { type = "VARCHAR", words = "side", label = "Side" }
subject         = { type = "VARCHAR" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with base as (
    select partnership_id, coalesce(subject, 'Not stated') as subject
    from counted($country, $programme, $years, [], [], [], [])
    semi join with_institutions($institution) using (partnership_id)
)
select
    $side as side,
    subject,
    count(*) as partnerships,
    list(partnership_id order by partnership_id) as partnership_ids
from base
group by subject
order by partnerships desc, subject
