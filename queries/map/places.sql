/*
question = "Which places are linked?"
row      = "one place with at least one link"
key      = ["place_id"]
chart    = { form = "ranked_bars", label = "place", value = "partnerships", colour = "country", limit = 15 }
finding  = { kind = "leader", label = "place", value = "partnerships", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "A partnership counts once at each of its places."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]
institution = { type = "VARCHAR[]", meaning = "links with one of these institutions at either end; empty means all" }
level = { type = "VARCHAR", meaning = "'institution' or 'city': what a place is" }

[columns]
place           = { type = "VARCHAR" }
country         = { type = "VARCHAR", words = "country" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
links           = { type = "BIGINT", unit = "links" }
institutions    = { type = "BIGINT", unit = "institutions" }
precision       = { type = "VARCHAR", words = "coordinate_precision", label = "Point of", note = "empty where the place is not known" }
place_id        = { type = "VARCHAR", hidden = true }
side            = { type = "VARCHAR", hidden = true, note = "uk or partner" }
lon             = { type = "DOUBLE", unit = "degrees", hidden = true }
lat             = { type = "DOUBLE", unit = "degrees", hidden = true }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with ends as (
    select
        partnership_id,
        unnest([
            {'side': 'uk', 'institution_id': uk_id, 'place': if($level = 'city', uk_city, uk_itself)},
            {'side': 'partner', 'institution_id': partner_id, 'place': if($level = 'city', partner_city, partner_itself)}
        ], recursive := true)
    from links($country, $programme, $years, $strand, $subject, $uk_group, $sector)
    where linked_with(uk_id, partner_id, $institution)
)
select
    name as place,
    country,
    count(distinct partnership_id) as partnerships,
    count(*) as links,
    count(distinct institution_id) as institutions,
    precision,
    id as place_id,
    side,
    lon,
    lat,
    list(distinct partnership_id order by partnership_id) as partnership_ids
from ends
group by name, country, precision, id, side, lon, lat
order by partnerships desc, links desc, place, place_id
