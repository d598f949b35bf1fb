/*
question = "Which UK region works with which province or division?"
row      = "one UK region and one province or division"
key      = ["uk_region", "country", "region"]
chart    = { form = "heat_matrix", x = "region", y = "uk_region", value = "partnerships", facet = "country" }
finding  = { kind = "leading_pair", a = "uk_region", b = "region", value = "partnerships", by = "country", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "A partnership counts once in each pair of regions that it joins. Regions of the UK are nations and the regions of England."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]

[columns]
uk_region       = { type = "VARCHAR", label = "UK region" }
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
region          = { type = "VARCHAR", label = "Province or division" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with linked as (
    select distinct
        partnership_id,
        country,
        coalesce(uk_region, 'Not stated') as uk_region,
        coalesce(partner_region, 'Not stated') as region
    from links($country, $programme, $years, $strand, $subject, $uk_group, $sector)
),
uk_regions as (
    select uk_region, count(distinct partnership_id) as held_uk from linked group by uk_region
),
regions as (
    select country, region, count(distinct partnership_id) as held from linked group by country, region
)
select
    uk_regions.uk_region,
    regions.country,
    regions.region,
    count(partnership_id) as partnerships,
    coalesce(list(partnership_id order by partnership_id) filter (partnership_id is not null), []) as partnership_ids
from uk_regions
cross join regions
left join linked
    on linked.uk_region = uk_regions.uk_region and linked.country = regions.country and linked.region = regions.region
group by uk_regions.uk_region, regions.country, regions.region, held_uk, held
order by held_uk desc, uk_regions.uk_region, held desc, regions.region, regions.country
