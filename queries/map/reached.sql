/*
question = "From which institutions has somebody been on a leadership course?"
row      = "one institution on the commissions' lists; where those not reached may not be named, one province or division"
key      = ["place_id"]
chart    = { form = "point_map", id = "place_id", label = "place", lon = "lon", lat = "lat", value = "listed", mark = "reached", colour = "country" }
finding  = { kind = "unreached_institutions", value = "reached", total = "listed", by = "country", label = "region" }
reads    = ["leadership_attendance", "leadership_events", "programmes", "institutions", "snapshot"]
needs    = ["leadership_attendance"]
kinds    = ["programme", "demonstration"]
caveat   = "Institutions, not people: one is reached once anybody from it was on a course, whatever the post. Eligible are the institutions on the commission's list on that day; one without a first day on the list counts throughout if it is a university. One without a known place is counted and listed, not drawn."

[params]
usual = ["country", "qualifying"]
unguarded = ["qualifying"]
years = { type = "INTEGER[]", meaning = "first and last calendar year: the last day of the last one is the day of the measure, never after the date of the data; the first one does nothing; empty means the date of the data" }
sector = { type = "VARCHAR[]", unguarded = true, meaning = "sectors of the institutions; empty means all" }

[columns]
place           = { type = "VARCHAR" }
country         = { type = "VARCHAR", words = "country", label = "Country" }
region          = { type = "VARCHAR", label = "Province or division" }
reached         = { type = "BIGINT", unit = "institutions", label = "Institutions reached" }
listed          = { type = "BIGINT", unit = "institutions", label = "Of those on the list" }
precision       = { type = "VARCHAR", words = "coordinate_precision", label = "Point of", note = "empty where the place is not known" }
place_id        = { type = "VARCHAR", hidden = true }
lon             = { type = "DOUBLE", unit = "degrees", hidden = true }
lat             = { type = "DOUBLE", unit = "degrees", hidden = true }
institution_ids = { type = "VARCHAR[]", hidden = true, note = "empty where the owner of the data has not released names" }
*/
with spots as (
    select
        country, region, is_reached, institution_id, named,
        case
            when named then institution_id
            when together then region_place(country, 'together')
            else region_id
        end as place_id
    from reached_on($country, $qualifying, $years, $sector)
),
counts as (
    select
        place_id, country, region,
        count(*) filter (is_reached) as reached,
        count(*) as listed,
        coalesce(list(institution_id order by institution_id) filter (named), []) as institution_ids
    from spots
    group by place_id, country, region
)
select
    if(len(institution_ids) = 0, region, place) as place,
    counts.country,
    region,
    reached,
    listed,
    precision,
    place_id,
    lon,
    lat,
    institution_ids
from counts
left join places using (place_id)
order by counts.country desc, region, place, place_id
