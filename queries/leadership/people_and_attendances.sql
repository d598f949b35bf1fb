/*
question = "How many people, and how many places taken?"
row      = "the courses for one audience in one partner country"
key      = ["country", "course"]
chart    = { form = "columns", x = "course", y = "places", colour = "country", words = "places_words" }
finding  = { kind = "places", by = "country", events = "country_events", places = "country_places", people = "country_people", missing = "country_missing" }
reads    = ["leadership_posts", "leadership_attendance", "leadership_events", "programmes", "institutions", "released", "snapshot"]
needs    = ["leadership_attendance"]
kinds    = ["programme", "demonstration"]
caveat   = "A place taken is one person on one course: somebody who went twice took two places and is one person. People can be counted only where the attendance list tells them apart. Courses held by the day of the measure; one that states no number is counted apart, not as nought."

[params]
usual = ["country", "programme", "qualifying"]
unguarded = ["programme", "qualifying"]
years = { type = "INTEGER[]", meaning = "first and last calendar year: the last day of the last one is the day of the measure, never after the date of the data; the first one does nothing; empty means the date of the data" }

[columns]
country      = { type = "VARCHAR", words = "country", label = "Country" }
course       = { type = "VARCHAR", words = "course", label = "Courses for" }
events       = { type = "BIGINT", unit = "courses", label = "Courses held" }
not_stated   = { type = "BIGINT", unit = "courses", label = "Of these, with no stated number" }
places       = { type = "BIGINT", unit = "places taken", people = true, note = "as stated by the courses" }
places_words = { type = "VARCHAR", label = "Places taken, in words", people = true }
on_lists     = { type = "VARCHAR", label = "Places on the attendance lists", people = true }
people       = { type = "VARCHAR", label = "Different people on them", people = true, note = "those told apart by the lists" }
for_posts    = { type = "VARCHAR", label = "Beside the posts filled on the day", people = true }
country_events  = { type = "BIGINT", hidden = true }
country_missing = { type = "BIGINT", hidden = true }
country_places  = { type = "VARCHAR", hidden = true, people = true }
country_people  = { type = "VARCHAR", hidden = true, people = true }
*/
with held as (
    select event_id, programmes.country, course, participants
    from qualifying_courses
    join leadership_events using (event_id)
    join programmes using (programme_id)
    where counts_as(british_council, in_uk, $qualifying, 'anywhere')
        and trained_latest <= measured_on($years)
        and matches(programmes.country, $country)
        and matches(family, $programme)
),
stated as (
    select
        country, course,
        count(*) as events, count(*) - count(participants) as not_stated, sum(participants) as places
    from held
    group by grouping sets ((country, course), (country))
),
listed as (
    select country, course, sum(attendees) as on_lists, count(distinct holder_key) as people
    from held
    join leadership_attendance using (event_id)
    group by grouping sets ((country, course), (country))
),
audiences as (
    select unnest(
        ['new_vice_chancellors', 'senior_management', 'senior_management', 'senior_management', 'second_tier', 'second_tier']
    ) as course,
    unnest(['vice_chancellor', 'pro_vice_chancellor', 'dean', 'registrar', 'department_chair', 'second_tier']) as role_group
),
filled as (
    select country, course, nullif(sum(as_shown(of)), 0) as posts
    from coverage
    join audiences using (role_group)
    where measure = 'D' and day = measured_on($years) and scope = 'all' and qualifying = 'british_council'
    group by country, course
),
shown as (
    select
        stated.*, coalesce(on_lists, 0) as on_lists, coalesce(listed.people, 0) as different,
        posts, people(places, false) > people(posts, false) as over
    from stated
    left join listed on listed.country = stated.country and listed.course is not distinct from stated.course
    left join filled on filled.country = stated.country and filled.course = stated.course
)
select
    shown.country,
    shown.course,
    shown.events,
    shown.not_stated,
    people(shown.places, false) as places,
    people_words(shown.places, false) as places_words,
    people_words(shown.on_lists, false) as on_lists,
    people_words(shown.different, false) as people,
    if(shown.places is null or shown.posts is null, null, people_words(shown.places, false) || ' places, ' || people_words(shown.posts, false)
        || if(shown.posts = 1, ' post', ' posts') || if(shown.over, ': more places taken than posts; some went twice', '')) as for_posts,
    whole.events as country_events,
    whole.not_stated as country_missing,
    people_words(whole.places, false) as country_places,
    people_words(whole.different, false) as country_people
from shown
join shown as whole on whole.country = shown.country and whole.course is null
where shown.course is not null
order by shown.country desc, shown.course
