/*
question = "Where were the courses held?"
row      = "one city, or a country where the city is not stated"
key      = ["place_country", "place", "where_held"]
chart    = { form = "ranked_bars", label = "place", value = "courses", colour = "where_held" }
finding  = { kind = "abroad", value = "courses", where = "where_held", label = "place_country" }
reads    = ["leadership_events", "programmes", "snapshot"]
caveat   = "Courses that were held with a British Council part. A course abroad stands where it was held. At home: in the country that it was for."

[params]
usual = ["country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: held on at least one day of them; empty means all" }

[columns]
place         = { type = "VARCHAR" }
place_country = { type = "VARCHAR", words = "country", label = "Country" }
where_held    = { type = "VARCHAR", words = "venue", label = "At home or abroad" }
courses       = { type = "BIGINT", unit = "courses" }
participants  = { type = "BIGINT", unit = "people", people = true, note = "in the courses with a stated number; empty where none has one, and where people are not counted by place" }
not_stated    = { type = "BIGINT", unit = "courses", label = "Courses without a stated number" }
lon           = { type = "DOUBLE", unit = "degrees", hidden = true }
lat           = { type = "DOUBLE", unit = "degrees", hidden = true }
event_ids     = { type = "VARCHAR[]", hidden = true }
*/
select
    coalesce(city, 'City not stated') as place,
    place_country,
    if(place_country = country, 'home', 'abroad') as where_held,
    count(*) as courses,
    if(guarded(), null, sum(participants))::bigint as participants,
    count(*) - count(participants) as not_stated,
    avg(longitude) as lon,
    avg(latitude) as lat,
    list(event_id order by event_id) as event_ids
from courses($country, $programme, $years)
group by coalesce(city, 'City not stated'), place_country, where_held
order by courses desc, place, place_country, where_held
