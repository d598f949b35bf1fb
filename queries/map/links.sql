/*
question = "Who is linked to whom?"
row      = "one UK place and one partner place that are linked"
key      = ["from_id", "to_id", "country"]
chart    = { form = "link_map", from_lon = "from_lon", from_lat = "from_lat", to_lon = "to_lon", to_lat = "to_lat", width = "links", colour = "country", from_id = "from_id", to_id = "to_id", from_name = "from_name", to_name = "to_name" }
finding  = { kind = "split", value = "links", by = "country", unit = "links" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "A link is one UK institution with one partner institution in one partnership; partnerships are what is ranked and counted elsewhere. Links without a known place are counted and listed, not drawn."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]
institution = { type = "VARCHAR[]", meaning = "links with one of these institutions at either end; empty means all" }
level = { type = "VARCHAR", meaning = "'institution' or 'city': what a place is" }

[columns]
from_name       = { type = "VARCHAR", label = "In the UK" }
to_name         = { type = "VARCHAR", label = "In Pakistan or Bangladesh" }
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
programme       = { type = "VARCHAR", words = "programme", note = "empty where programmes of several families join the two" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
links           = { type = "BIGINT", unit = "links" }
renewing        = { type = "BIGINT", unit = "links", label = "Of these, renewing an earlier link" }
drawn           = { type = "BOOLEAN", label = "On the map", note = "both places are known" }
from_id         = { type = "VARCHAR", hidden = true }
to_id           = { type = "VARCHAR", hidden = true }
from_lon        = { type = "DOUBLE", unit = "degrees", hidden = true }
from_lat        = { type = "DOUBLE", unit = "degrees", hidden = true }
to_lon          = { type = "DOUBLE", unit = "degrees", hidden = true }
to_lat          = { type = "DOUBLE", unit = "degrees", hidden = true }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with linked as (
    select
        if($level = 'city', uk_city, uk_itself) as from_place,
        if($level = 'city', partner_city, partner_itself) as to_place,
        country,
        family,
        partnership_id,
        count(*) as links,
        count(*) filter (renewing) as renewing
    from links($country, $programme, $years, $strand, $subject, $uk_group, $sector)
    where linked_with(uk_id, partner_id, $institution)
    group by from_place, to_place, country, family, partnership_id
)
select
    from_place.name as from_name,
    to_place.name as to_name,
    country,
    if(min(family) = max(family), min(family), null) as programme,
    count(*) as partnerships,
    sum(links)::bigint as links,
    sum(renewing)::bigint as renewing,
    from_place.lon is not null and to_place.lon is not null as drawn,
    from_place.id as from_id,
    to_place.id as to_id,
    from_place.lon as from_lon,
    from_place.lat as from_lat,
    to_place.lon as to_lon,
    to_place.lat as to_lat,
    list(partnership_id order by partnership_id) as partnership_ids
from linked
group by from_place, to_place, country
order by links desc, partnerships desc, from_name, to_name, country
