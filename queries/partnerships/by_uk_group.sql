/*
question = "Which groups of UK universities are linked?"
row      = "one UK group"
key      = ["uk_group"]
chart    = { form = "ranked_bars", label = "uk_group", value = "partnerships" }
finding  = { kind = "leader", label = "uk_group", value = "partnerships", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "A partnership with UK members in two groups counts in both. Most UK universities belong to no group that the data records."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]

[columns]
uk_group        = { type = "VARCHAR", words = "uk_group", label = "UK group" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
institutions    = { type = "BIGINT", unit = "institutions", label = "UK institutions" }
institution_ids = { type = "VARCHAR[]", hidden = true }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
select
    uk_group,
    count(distinct partnership_id) as partnerships,
    count(distinct uk_id) as institutions,
    list(distinct uk_id order by uk_id) as institution_ids,
    list(distinct partnership_id order by partnership_id) as partnership_ids
from links($country, $programme, $years, $strand, $subject, $uk_group, $sector)
group by uk_group
order by partnerships desc, uk_group
