/*
question = "Who is linked to whom?"
row      = "one UK place and one partner place that are linked"
key      = ["from_id", "to_id", "country"]
chart    = { form = "link_map", from_lon = "from_lon", from_lat = "from_lat", to_lon = "to_lon", to_lat = "to_lat", width = "links", colour = "country", from_id = "from_id", to_id = "to_id", from_name = "from_name", to_name = "to_name" }
finding  = { kind = "linked", value = "links", by = "country", unit = "links", year = "year", state = "state" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "A link is one UK institution with one partner institution in one partnership; partnerships are what is ranked and counted elsewhere. Links without a known place are counted and listed, not drawn. With a year chosen, partnerships without a date are left out."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector", "level", "year"]
institution = { type = "VARCHAR[]", meaning = "links with one of these institutions at either end; empty means all" }

[columns]
from_name       = { type = "VARCHAR", label = "In the UK" }
to_name         = { type = "VARCHAR", label = "In Pakistan or Bangladesh" }
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
programme       = { type = "VARCHAR", words = "programme", note = "empty where several join the two, or one is not stated" }
strand          = { type = "VARCHAR", words = "strand", note = "empty where several join the two, or one is not stated" }
subject         = { type = "VARCHAR", note = "empty where several join the two, or one is not stated" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
links           = { type = "BIGINT", unit = "links" }
renewing        = { type = "BIGINT", unit = "links", label = "Of these, renewing an earlier link" }
state           = { type = "VARCHAR", words = "link_state", label = "In the year chosen", note = "empty where the whole period is shown" }
known_from      = { type = "BIGINT", unit = "calendar year", label = "First known", note = "empty where no partnership of the two carries a date" }
drawn           = { type = "BOOLEAN", label = "On the map", note = "both places are known" }
from_id         = { type = "VARCHAR", hidden = true }
to_id           = { type = "VARCHAR", hidden = true }
from_lon        = { type = "DOUBLE", unit = "degrees", hidden = true }
from_lat        = { type = "DOUBLE", unit = "degrees", hidden = true }
to_lon          = { type = "DOUBLE", unit = "degrees", hidden = true }
to_lat          = { type = "DOUBLE", unit = "degrees", hidden = true }
level           = { type = "VARCHAR", words = "level", hidden = true, note = "what a place is here" }
year            = { type = "BIGINT", unit = "calendar year", hidden = true, note = "the year chosen; empty for the whole period" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with pairs as (
    select
        from_id, to_id, level, country,
        in_common(family) as programme,
        in_common(strand) as strand,
        in_common(subject) as subject,
        count(distinct partnership_id) as partnerships,
        count(*) as links,
        count(*) filter (renewing) as renewing,
        liveliest(list(state_in($year, known_year, active_from, active_to))) as state,
        min(known_year) as known_from,
        list(distinct partnership_id order by partnership_id) as partnership_ids
    from mapped_links(
        $country, $programme, $years, $strand, $subject, $uk_group, $sector, $institution, $level, $year
    )
    group by from_id, to_id, level, country
)
select
    ends.place as from_name,
    others.place as to_name,
    pairs.country,
    programme,
    strand,
    subject,
    partnerships,
    links,
    renewing,
    state,
    known_from,
    ends.lon is not null and others.lon is not null as drawn,
    from_id,
    to_id,
    ends.lon as from_lon,
    ends.lat as from_lat,
    others.lon as to_lon,
    others.lat as to_lat,
    level,
    nullif($year, 0)::bigint as year,
    partnership_ids
from pairs
join places as ends on ends.place_id = from_id
join places as others on others.place_id = to_id
order by links desc, partnerships desc, from_name, to_name, pairs.country, from_id, to_id
