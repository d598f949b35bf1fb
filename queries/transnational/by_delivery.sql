/*
question = "Which courses are taught across the border, and of which kind?"
row      = "one kind of course and one level of study"
key      = ["delivery", "level"]
chart    = { form = "columns", x = "delivery", y = "courses", colour = "level" }
finding  = { kind = "made_up_of", value = "courses", label = "delivery", unit = "courses" }
reads    = ["tne_programmes", "tne_enrolments", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Courses of counted partnerships; those only planned are left out. A year counts a course from its first intake, or from its partnership's first date where no intake is stated."
needs    = ["tne_programmes"]

[params]
usual = ["country", "programme", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: taught on at least one day of them, as far as dates show; empty means all" }
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
delivery          = { type = "VARCHAR", words = "delivery", label = "Kind" }
level             = { type = "VARCHAR", words = "study_level" }
courses           = { type = "BIGINT", unit = "courses" }
with_first_intake = { type = "BIGINT", unit = "courses", label = "Of these, with a stated first intake" }
tne_ids           = { type = "VARCHAR[]", hidden = true }
*/
with counted_courses as (
    select *, count(*) over (partition by delivery) as of_kind
    from taught_courses($country, $programme, $years, $subject, $uk_group, $sector)
)
select
    delivery,
    level,
    count(*) as courses,
    count(first_intake_earliest) as with_first_intake,
    list(tne_id order by tne_id) as tne_ids
from counted_courses
group by delivery, level, of_kind
order by of_kind desc, delivery, level nulls last
