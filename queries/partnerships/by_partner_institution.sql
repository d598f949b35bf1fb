/*
question = "Which Pakistani and Bangladeshi institutions hold most?"
row      = "one linked partner institution"
key      = ["institution_id"]
chart    = { form = "ranked_bars", label = "institution", value = "partnerships", colour = "country", facet = "country", limit = 10 }
finding  = { kind = "leader", label = "institution", value = "partnerships", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Ranked by partnerships, not by links: one project with many members would otherwise lead. An institution is counted where a UK side is named."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]

[columns]
institution_id  = { type = "VARCHAR", hidden = true }
institution     = { type = "VARCHAR", label = "Partner institution", profile = "institution_id" }
country         = { type = "VARCHAR", words = "country" }
sector          = { type = "VARCHAR", words = "sector" }
region          = { type = "VARCHAR", label = "Province or division" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
links           = { type = "BIGINT", unit = "links" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with held as (
    select partner_id, partner_name, country, sector, partner_region, partnership_id, count(*) as links
    from links($country, $programme, $years, $strand, $subject, $uk_group, $sector)
    group by partner_id, partner_name, country, sector, partner_region, partnership_id
)
select
    partner_id as institution_id,
    partner_name as institution,
    country,
    sector,
    partner_region as region,
    count(*) as partnerships,
    sum(links)::bigint as links,
    list(partnership_id order by partnership_id) as partnership_ids
from held
group by partner_id, partner_name, country, sector, partner_region
order by partnerships desc, institution, institution_id
