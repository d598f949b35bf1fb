/*
question = "For how many partnerships is it stated what came of them?"
row      = "one partner country"
key      = ["country"]
chart    = { form = "share_bars", label = "country", value = "with_evidence", total = "partnerships" }
finding  = { kind = "part", value = "with_evidence", total = "partnerships", what = "partnerships have a statement of what came of them" }
reads    = ["impact_evidence", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Statements about a single partnership only. The rest may have come to as much: nobody has written it down here."
needs    = ["impact_evidence"]

[params]
usual = ["country", "programme", "years", "strand", "uk_group", "sector"]
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
with_evidence   = { type = "BIGINT", unit = "partnerships", label = "With a statement" }
partnerships    = { type = "BIGINT", unit = "partnerships", label = "Of" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with told as (
    select distinct partnership_id, true as told from base_evidence where partnership_id is not null
)
select
    country,
    count(told) as with_evidence,
    count(*) as partnerships,
    list(partnership_id order by partnership_id) as partnership_ids
from counted($country, $programme, $years, $strand, $subject, $uk_group, $sector)
left join told using (partnership_id)
group by country
order by partnerships desc, country
