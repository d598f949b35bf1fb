/*
question = "How many of the planned courses were held?"
row      = "the courses for one audience in one partner country"
key      = ["country", "course"]
chart    = { form = "share_bars", label = "course", value = "held", total = "due", facet = "country" }
finding  = { kind = "held_of_due", by = "country", value = "held", total = "due", cancelled = "cancelled", target = "target" }
reads    = ["leadership_events", "programmes", "claims", "snapshot"]
needs    = ["leadership_events"]
kinds    = ["programme", "demonstration"]
caveat   = "Due are the courses with a British Council part that were held, cancelled, or planned for a day that has passed. Those still to come are counted apart. A target, where one was set, is for the country as a whole."

[params]
usual = ["country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: held or due on at least one day of them; empty means all" }

[columns]
country   = { type = "VARCHAR", words = "country", label = "For" }
course    = { type = "VARCHAR", words = "course", label = "Courses for" }
held      = { type = "BIGINT", unit = "courses" }
due       = { type = "BIGINT", unit = "courses", label = "Of those due" }
cancelled = { type = "BIGINT", unit = "courses" }
to_come   = { type = "BIGINT", unit = "courses", label = "Still to come" }
target    = { type = "BIGINT", unit = "courses", label = "Target for the country", note = "empty where none was set" }
event_ids = { type = "VARCHAR[]", hidden = true }
*/
with targets as (
    select country, max(value)::bigint as target
    from claims
    where kind = 'target' and metric = 'leadership_programmes_held'
    group by country
),
due_courses as (
    select
        courses_of_any_status.country, course, event_id, status,
        status = 'planned' and coalesce(end_latest, start_latest, as_of) >= as_of as later
    from courses_of_any_status
    cross join snapshot
    where matches(courses_of_any_status.country, $country)
        and matches(family, $programme)
        and touches(coalesce(start_earliest, end_earliest), coalesce(end_latest, start_latest), $years)
)
select
    country,
    course,
    count(*) filter (status = 'held') as held,
    count(*) filter (not later) as due,
    count(*) filter (status = 'cancelled') as cancelled,
    count(*) filter (later) as to_come,
    any_value(target) as target,
    coalesce(list(event_id order by event_id) filter (status = 'held'), []) as event_ids
from due_courses
left join targets using (country)
group by country, course
order by country desc, due desc, course
