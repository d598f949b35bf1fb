/*
question = "Where on the map were leadership courses held?"
row      = "one city, or a country where the city is not stated, at home or abroad"
key      = ["place_id"]
chart    = { form = "point_map", id = "place_id", label = "place", lon = "lon", lat = "lat", value = "courses", colour = "country" }
finding  = { kind = "abroad", value = "courses", where = "where_held", label = "country" }
reads    = ["leadership_events", "programmes", "snapshot"]
caveat   = "Courses that were held with a British Council part, in the city where they were held: a point is the middle of the courses' own. At home: in the country that a course was for. A course without a stated city is counted and listed, not drawn."

[params]
usual = ["country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: held on at least one day of them; empty means all" }

[columns]
place        = { type = "VARCHAR" }
country      = { type = "VARCHAR", words = "country", label = "Country" }
where_held   = { type = "VARCHAR", words = "venue", label = "At home or abroad" }
courses      = { type = "BIGINT", unit = "courses" }
participants = { type = "BIGINT", unit = "people", people = true, note = "in the courses with a stated number; empty where none has one, and where people are not counted by place" }
not_stated   = { type = "BIGINT", unit = "courses", label = "Courses without a stated number" }
precision    = { type = "VARCHAR", words = "coordinate_precision", label = "Point of", note = "empty where the place is not known" }
place_id     = { type = "VARCHAR", hidden = true }
lon          = { type = "DOUBLE", unit = "degrees", hidden = true }
lat          = { type = "DOUBLE", unit = "degrees", hidden = true }
event_ids    = { type = "VARCHAR[]", hidden = true }
*/
with held as (
    select
        event_id, city, place_country, participants,
        if(place_country = country, 'home', 'abroad') as where_held,
        if(city is null, null, longitude) as lon,
        if(city is null, null, latitude) as lat
    from courses($country, $programme, $years)
)
select
    coalesce(city, 'City not stated') as place,
    place_country as country,
    where_held,
    count(*) as courses,
    if(guarded(), null, sum(participants))::bigint as participants,
    count(*) - count(participants) as not_stated,
    if(avg(lon) is null, null, 'city') as precision,
    city_place(coalesce(place_country, ''), city) || if(where_held = 'abroad', ':abroad', '') as place_id,
    avg(lon) as lon,
    avg(lat) as lat,
    list(event_id order by event_id) as event_ids
from held
group by city, place_country, where_held
order by courses desc, place, place_id
