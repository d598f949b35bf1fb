/*
question = "How many courses had begun by each year?"
row      = "one calendar year and one kind of course"
key      = ["year", "course_kind"]
chart    = { form = "stacked_steps", x = "year", y = "courses", colour = "course_kind", band = true }
finding  = { kind = "milestones", x = "year", total = "known", dated = "dated", counted = "counted", years = [2010, 2015, 2020] }
reads    = ["tne_programmes", "tne_enrolments", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "By the year of the first intake; a course whose first intake is not stated is left out here. Joint and dual awards are degrees of two institutions."
needs    = ["tne_programmes"]
nothing  = "No course found states its first intake."

[params]
usual = ["country", "programme", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: taught on at least one day of them, as far as dates show; empty means all" }
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
year        = { type = "BIGINT", unit = "calendar year" }
course_kind = { type = "VARCHAR", words = "course_kind", label = "Kind" }
courses     = { type = "BIGINT", unit = "courses", label = "Begun by the year" }
new         = { type = "BIGINT", unit = "courses", label = "First intake in the year" }
known       = { type = "BIGINT", unit = "courses", label = "Begun by the year, all kinds" }
dated       = { type = "BIGINT", hidden = true, note = "courses with a stated first intake" }
counted     = { type = "BIGINT", hidden = true, note = "all courses" }
tne_ids     = { type = "VARCHAR[]", hidden = true }
*/
with base as (
    select
        tne_id,
        if(delivery in ('joint_award', 'dual_award', 'short_course'), delivery, 'other') as course_kind,
        year(first_intake_earliest) as begun,
        count(*) over () as counted,
        count(begun) over () as dated,
        min(begun) over () as first_year,
        max(begun) over () as last_year
    from taught_courses($country, $programme, $years, $subject, $uk_group, $sector)
),
by_kind as (
    select course_kind, counted, dated, unnest(range(first_year, last_year + 1)) as year, list((begun, tne_id)) as pairs
    from base
    where begun is not null
    group by course_kind, counted, dated, first_year, last_year
),
by_year as (
    select
        year,
        course_kind,
        list_sort([pair[2] for pair in pairs if pair[1] <= year]) as tne_ids,
        len([pair for pair in pairs if pair[1] = year]) as new,
        dated,
        counted
    from by_kind
)
select
    year,
    course_kind,
    len(tne_ids) as courses,
    new,
    sum(len(tne_ids)) over (partition by year)::bigint as known,
    dated,
    counted,
    tne_ids
from by_year
order by year, course_kind
