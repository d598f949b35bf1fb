/*
question = "How many learners did single courses have?"
row      = "one course and one calendar year"
key      = ["tne_id", "year"]
chart    = { form = "ranked_bars", label = "course_words", value = "learners", colour = "country", limit = 12 }
finding  = { kind = "none" }
reads    = ["tne_programmes", "tne_enrolments", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "As the sources state it, course by course: nothing is added up. Where small numbers are protected, this list leaves the numbers out."
needs    = ["tne_enrolments"]
kinds    = ["record"]
nothing  = "No course found states how many learners it has."

[params]
usual = ["country", "programme", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: which years are shown; empty means all" }
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
tne_id          = { type = "VARCHAR", hidden = true }
course_words    = { type = "VARCHAR", label = "Course" }
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
year            = { type = "BIGINT", unit = "calendar year" }
learners        = { type = "BIGINT", unit = "learners", people = true }
women           = { type = "BIGINT", unit = "learners", label = "Of these, women", people = true }
completions     = { type = "BIGINT", unit = "learners", label = "Completed in the year", people = true }
uk_institutions = { type = "VARCHAR", label = "UK institutions" }
source_url      = { type = "VARCHAR", label = "Source" }
tne_ids         = { type = "VARCHAR[]", hidden = true }
*/
select
    tne_id,
    year || ', ' || coalesce(uk_institutions || ': ', '') || course_title as course_words,
    country,
    year,
    learners,
    women,
    completions,
    uk_institutions,
    course_source as source_url,
    [tne_id] as tne_ids
from learners($country, $programme, $years, $subject, $uk_group, $sector)
join base_courses using (tne_id, country)
where learners is not null and not guarded()
order by year desc, learners desc, tne_id
