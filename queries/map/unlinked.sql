/*
question = "Which universities on the register have no link found?"
row      = "one university on the register"
key      = ["place_id"]
chart    = { form = "point_map", id = "place_id", label = "place", lon = "lon", lat = "lat", value = "partnerships", mark = "linked", colour = "country" }
finding  = { kind = "on_register", value = "linked", total = "registered", by = "country", label = "region" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot", "register"]
caveat   = "None found is not the same as no link. The register was compiled later than most links; colleges and public bodies outside it are not counted here. Most points are those of a city."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group"]

[columns]
place           = { type = "VARCHAR", label = "University" }
country         = { type = "VARCHAR", words = "country" }
region          = { type = "VARCHAR", label = "Province or division" }
city            = { type = "VARCHAR" }
sector          = { type = "VARCHAR", words = "sector" }
linked          = { type = "BOOLEAN", label = "With a link found" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
precision       = { type = "VARCHAR", words = "coordinate_precision", label = "Point of", note = "empty where the place is not known" }
place_id        = { type = "VARCHAR", hidden = true }
lon             = { type = "DOUBLE", unit = "degrees", hidden = true }
lat             = { type = "DOUBLE", unit = "degrees", hidden = true }
registered      = { type = "BIGINT", unit = "institutions", hidden = true, note = "one in every row" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with linked as (
    select partner_id as institution_id, list(distinct partnership_id order by partnership_id) as found_ids
    from links($country, $programme, $years, $strand, $subject, $uk_group, [])
    group by partner_id
)
select
    name as place,
    country,
    coalesce(region, 'Not stated') as region,
    city,
    sector_of(sector) as sector,
    found_ids is not null as linked,
    coalesce(len(found_ids), 0) as partnerships,
    coordinate_precision as precision,
    institution_id as place_id,
    longitude as lon,
    latitude as lat,
    1::bigint as registered,
    coalesce(found_ids, []) as partnership_ids
from register
left join linked using (institution_id)
where country in ('PAK', 'BGD') and matches(country, $country)
order by country desc, coalesce(register.region, 'Not stated'), place, place_id
