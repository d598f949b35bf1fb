/*
question = "What share of participants are women, course by course?"
row      = "one course that was held"
key      = ["event_id"]
chart    = { form = "share_bars", label = "course_words", value = "women", total = "participants", share = "share", words = "n_of_n", facet = "country", limit = 30 }
finding  = { kind = "women", women = "women", of = "participants", missing = "not_stated" }
reads    = ["leadership_events", "programmes", "snapshot"]
needs    = ["leadership_events"]
kinds    = ["programme", "demonstration"]
caveat   = "Courses that were held with a British Council part. Where a course does not state how many were women, that is said and not drawn as nought."

[params]
usual = ["country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: held on at least one day of them; empty means all" }

[columns]
event_id     = { type = "VARCHAR", hidden = true }
country      = { type = "VARCHAR", words = "country", label = "For" }
course_words = { type = "VARCHAR", label = "Course" }
course       = { type = "VARCHAR", words = "course", label = "For whom" }
n_of_n       = { type = "VARCHAR", label = "Women", people = true }
women        = { type = "BIGINT", unit = "people", label = "Women who took part", hidden = true, people = true }
participants = { type = "BIGINT", unit = "participants", hidden = true, people = true }
share        = { type = "DOUBLE", unit = "%", people = true, note = "empty where not stated, and where too few are counted" }
not_stated   = { type = "BOOLEAN", hidden = true }
name         = { type = "VARCHAR", label = "Title" }
source_url   = { type = "VARCHAR", label = "Source" }
*/
select
    event_id,
    country,
    coalesce(date_in_words(start_earliest, start_precision), 'No date')
        || coalesce(', ' || city, if(place_country = 'GBR', ', UK', '')) as course_words,
    course,
    if(women is null, 'not stated', people_of_words(women, participants, false)) as n_of_n,
    people(women, false) as women,
    people(participants, false) as participants,
    people_pct(women, participants, false) as share,
    women is null or participants is null as not_stated,
    name,
    source_url
from courses($country, $programme, $years)
order by country desc, not_stated, start_earliest nulls last, event_id
