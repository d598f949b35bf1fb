/*
question = "In which provinces and divisions are the partners?"
row      = "one province, territory or division"
key      = ["country", "region"]
chart    = { form = "ranked_bars", label = "region", value = "partnerships", colour = "country", facet = "country" }
finding  = { kind = "leader", label = "region", value = "partnerships", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "A partnership with partners in two provinces counts in both. An institution is counted where a UK side is named."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]

[columns]
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
region          = { type = "VARCHAR", label = "Province or division" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
institutions    = { type = "BIGINT", unit = "institutions", label = "Partner institutions" }
institution_ids = { type = "VARCHAR[]", hidden = true }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
select
    country,
    coalesce(partner_region, 'Not stated') as region,
    count(distinct partnership_id) as partnerships,
    count(distinct partner_id) as institutions,
    list(distinct partner_id order by partner_id) as institution_ids,
    list(distinct partnership_id order by partnership_id) as partnership_ids
from links($country, $programme, $years, $strand, $subject, $uk_group, $sector)
group by country, region
order by partnerships desc, region, country
