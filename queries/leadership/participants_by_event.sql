/*
question = "How many people took part, course by course?"
row      = "one course that was held"
key      = ["event_id"]
chart    = { form = "columns", x = "course_words", y = "participants", colour = "country", missing = "not_stated" }
finding  = { kind = "stated", value = "participants", missing = "not_stated", unit = "participants", of = "courses" }
reads    = ["leadership_events", "programmes", "snapshot"]
caveat   = "Attendances, not people: nobody knows who went twice. A course without a stated number says so and is not drawn as nought."

[params]
usual = ["country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: held on at least one day of them; empty means all" }

[columns]
event_id     = { type = "VARCHAR", hidden = true }
course_words = { type = "VARCHAR", label = "Course" }
country      = { type = "VARCHAR", words = "country", label = "For" }
participants = { type = "BIGINT", unit = "people", people = true, note = "empty where no source states it" }
women        = { type = "BIGINT", unit = "people", people = true, note = "empty where no source states it" }
not_stated   = { type = "BOOLEAN", label = "Number not stated" }
name         = { type = "VARCHAR", label = "Title" }
source_url   = { type = "VARCHAR", label = "Source" }
*/
select
    event_id,
    coalesce(date_in_words(start_earliest, start_precision), 'No date')
        || coalesce(', ' || city, if(place_country = 'GBR', ', UK', '')) as course_words,
    country,
    people(participants, false) as participants,
    people(women, false) as women,
    participants is null as not_stated,
    name,
    source_url
from courses($country, $programme, $years)
order by start_earliest nulls last, event_id
