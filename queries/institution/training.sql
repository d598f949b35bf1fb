/*
question = "Which leadership courses did its people attend?"
row      = "one institution and one course that somebody of it attended"
key      = ["institution_id", "event_id"]
chart    = { form = "entries", title = "name", who = ["role_groups"], what = ["attendees"], when = ["date_words", "city"], source = "source_url" }
finding  = { kind = "none" }
reads    = ["leadership_attendance", "leadership_events", "programmes", "snapshot"]
needs    = ["leadership_attendance"]
caveat   = "Places taken, not persons: somebody who went twice counts twice."
nothing  = "No list of those who attended names it. That does not mean that nobody went."

[params]
usual = ["institution", "country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: held on at least one day of them; empty means all" }

[columns]
institution_id = { type = "VARCHAR", hidden = true }
event_id       = { type = "VARCHAR", hidden = true }
name           = { type = "VARCHAR", label = "Course" }
role_groups    = { type = "VARCHAR[]", words = "role_group", label = "Who went" }
attendees      = { type = "BIGINT", label = "Places taken", unit = "places taken", people = true }
date_words     = { type = "VARCHAR", label = "When" }
city           = { type = "VARCHAR", label = "Where" }
source_url     = { type = "VARCHAR", label = "Source" }
*/
select
    institution_id,
    event_id,
    name,
    list(distinct role_group order by role_group) as role_groups,
    people(sum(attendees), false) as attendees,
    coalesce(date_in_words(start_earliest, start_precision), 'no date') as date_words,
    city,
    source_url
from courses($country, $programme, $years)
join leadership_attendance using (event_id)
where matches(institution_id, $institution) and not guarded()
group by institution_id, event_id, name, start_earliest, start_precision, city, source_url
order by institution_id, start_earliest nulls last, event_id
