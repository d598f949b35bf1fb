/*
question = "Which courses are these?"
row      = "one course"
key      = ["tne_id"]
chart    = { form = "table", title = "course", who = ["uk_institutions", "partner_institutions"], what = ["country", "delivery", "award", "cpd_type", "level", "subject"], when = ["first_intake", "credits", "status"], source = "source_url" }
finding  = { kind = "total", value = "courses", unit = "courses" }
reads    = ["tne_programmes", "tne_enrolments", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Courses of counted partnerships; those only planned are left out. A year counts a course from its first intake, or from its partnership's first date where no intake is stated."
needs    = ["tne_programmes"]

[params]
usual = ["country", "programme", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: taught on at least one day of them, as far as dates show; empty means all" }
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }
ids = { type = "VARCHAR[]", meaning = "the courses behind a mark; empty means all" }

[columns]
tne_id               = { type = "VARCHAR", hidden = true }
course               = { type = "VARCHAR" }
country              = { type = "VARCHAR", words = "country", label = "Partner country" }
delivery             = { type = "VARCHAR", words = "delivery", label = "Kind" }
award                = { type = "VARCHAR", words = "award" }
cpd_type             = { type = "VARCHAR", words = "cpd_type", label = "Kind of professional course" }
level                = { type = "VARCHAR", words = "study_level" }
credits              = { type = "BIGINT", unit = "credits" }
first_intake         = { type = "VARCHAR", label = "First intake" }
status               = { type = "VARCHAR", words = "status" }
subject              = { type = "VARCHAR", note = "the partnership’s" }
uk_institutions      = { type = "VARCHAR[]", label = "UK institutions", profile = "uk_ids" }
partner_institutions = { type = "VARCHAR[]", profile = "partner_ids" }
partnership          = { type = "VARCHAR" }
source_url           = { type = "VARCHAR", label = "Source" }
courses              = { type = "BIGINT", hidden = true, note = "one in every row" }
tne_ids              = { type = "VARCHAR[]", hidden = true }
uk_ids               = { type = "VARCHAR[]", hidden = true }
partner_ids          = { type = "VARCHAR[]", hidden = true }
*/
select
    tne_id,
    course_title as course,
    country,
    delivery,
    award,
    cpd_type,
    level,
    cats_credits as credits,
    'first intake ' || date_in_words(first_intake_earliest, first_intake_precision) as first_intake,
    course_status as status,
    subject,
    coalesce(uk_names, []) as uk_institutions,
    coalesce(partner_names, []) as partner_institutions,
    partnership_title as partnership,
    course_source as source_url,
    1::bigint as courses,
    [tne_id] as tne_ids,
    coalesce(uk_ids, []) as uk_ids,
    coalesce(partner_ids, []) as partner_ids
from taught_courses($country, $programme, $years, $subject, $uk_group, $sector)
left join partnership_sides using (partnership_id)
where matches(tne_id, $ids)
order by country, coalesce(len(uk_names), 0) = 0, uk_names, course_title, tne_id
