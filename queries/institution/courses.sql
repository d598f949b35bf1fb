/*
question = "Which courses does it teach across the border?"
row      = "one institution and one course of a partnership that it has a part in"
key      = ["institution_id", "tne_id"]
chart    = { form = "entries", title = "title", who = ["others"], what = ["delivery", "award", "level", "cats_credits"], when = ["first_intake", "status"], source = "source_url" }
finding  = { kind = "total", value = "courses", unit = "courses" }
reads    = ["tne_programmes", "tne_enrolments", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Courses of its partnerships, whichever member teaches them. Courses that are only planned are not counted."

[params]
usual = ["institution", "country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: taught on at least one day of them; empty means all" }

[columns]
institution_id = { type = "VARCHAR", hidden = true }
tne_id         = { type = "VARCHAR", hidden = true }
title          = { type = "VARCHAR", label = "Course" }
others         = { type = "VARCHAR[]", label = "With", profile = "other_ids" }
delivery       = { type = "VARCHAR", words = "delivery" }
award          = { type = "VARCHAR", words = "award" }
level          = { type = "VARCHAR", words = "study_level" }
cats_credits   = { type = "BIGINT", unit = "credits", label = "Credits (CATS)" }
first_intake   = { type = "VARCHAR" }
status         = { type = "VARCHAR", words = "status" }
source_url     = { type = "VARCHAR", label = "Source" }
other_ids      = { type = "VARCHAR[]", hidden = true }
courses        = { type = "BIGINT", hidden = true, note = "one in every row" }
*/
select
    institution_id,
    tne_id,
    course_title as title,
    [other.name for other in coalesce(others, [])] as others,
    delivery,
    award,
    level,
    cats_credits::bigint as cats_credits,
    'from ' || date_in_words(first_intake_earliest, first_intake_precision) as first_intake,
    course_status as status,
    course_source as source_url,
    [other.id for other in coalesce(others, [])] as other_ids,
    1::bigint as courses
from taught_courses($country, $programme, $years, [], [], [])
join shared_partnerships using (partnership_id)
where matches(institution_id, $institution)
order by institution_id, first_intake_earliest nulls last, title, tne_id
