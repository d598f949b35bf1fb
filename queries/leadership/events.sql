/*
question = "Which leadership courses can be shown?"
row      = "one course that was held"
key      = ["event_id"]
chart    = { form = "strip", x = "first_day", x_text = "date_words", label = "name", size = "participants", lane = "country", title = "name", who = ["host"], what = ["country", "course"], when = ["date_words", "city", "place_country", "participants_words", "confidence"], source = "source_url" }
finding  = { kind = "events", by = "country", participants = "participants", date = "first_day" }
reads    = ["leadership_events", "programmes", "snapshot"]
caveat   = "Courses that were held with a British Council part, INSPIRE or later."

[params]
usual = ["country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: held on at least one day of them; empty means all" }
ids = { type = "VARCHAR[]", meaning = "the courses behind a mark; empty means all" }

[columns]
event_id      = { type = "VARCHAR", hidden = true }
country       = { type = "VARCHAR", words = "country", label = "For" }
name          = { type = "VARCHAR", label = "Course" }
date_words    = { type = "VARCHAR", label = "When" }
course        = { type = "VARCHAR", words = "course", label = "For whom" }
city          = { type = "VARCHAR", label = "Where" }
place_country = { type = "VARCHAR", words = "country", label = "Country" }
host          = { type = "VARCHAR" }
participants  = { type = "BIGINT", unit = "people", hidden = true, people = true }
participants_words = { type = "VARCHAR", label = "Participants", people = true }
confidence    = { type = "VARCHAR", words = "confidence", label = "How sure the source is" }
source_url    = { type = "VARCHAR", label = "Source" }
first_day     = { type = "DATE", hidden = true, note = "for drawing only: the first day that the date can mean" }
*/
select
    event_id,
    country,
    name,
    coalesce(date_in_words(start_earliest, start_precision), 'no date') as date_words,
    course,
    city,
    place_country,
    host,
    people(participants, false) as participants,
    people_words(participants, false) as participants_words,
    confidence,
    source_url,
    start_earliest as first_day
from courses($country, $programme, $years)
where matches(event_id, $ids)
order by start_earliest nulls last, event_id
