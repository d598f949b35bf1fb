/*
question = "In which parts of the United Kingdom are the partners?"
row      = "one nation or English region"
key      = ["region"]
chart    = { form = "ranked_bars", label = "region", value = "partnerships" }
finding  = { kind = "leader", label = "region", value = "partnerships", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "A partnership with UK members in two regions counts in both. An institution is counted where it is linked across the two sides."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]

[columns]
region          = { type = "VARCHAR", label = "Nation or English region" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
institutions    = { type = "BIGINT", unit = "institutions", label = "UK institutions" }
institution_ids = { type = "VARCHAR[]", hidden = true }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
select
    coalesce(uk_region, 'Not stated') as region,
    count(distinct partnership_id) as partnerships,
    count(distinct uk_id) as institutions,
    list(distinct uk_id order by uk_id) as institution_ids,
    list(distinct partnership_id order by partnership_id) as partnership_ids
from links($country, $programme, $years, $strand, $subject, $uk_group, $sector)
group by region
order by partnerships desc, region
