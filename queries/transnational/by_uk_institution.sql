/*
question = "Which UK institutions teach most courses?"
row      = "one UK institution with a course"
key      = ["institution_id"]
chart    = { form = "ranked_bars", label = "institution", value = "courses", limit = 10 }
finding  = { kind = "leader", label = "institution", value = "courses", unit = "courses" }
reads    = ["tne_programmes", "tne_enrolments", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "A course of two UK institutions counts for each. Courses of counted partnerships; those only planned are left out."
needs    = ["tne_programmes"]

[params]
usual = ["country", "programme", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: taught on at least one day of them, as far as dates show; empty means all" }
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
institution_id = { type = "VARCHAR", hidden = true }
institution    = { type = "VARCHAR", label = "UK institution", profile = "institution_id" }
uk_group       = { type = "VARCHAR", words = "uk_group", label = "UK group" }
courses        = { type = "BIGINT", unit = "courses" }
in_pakistan    = { type = "BIGINT", unit = "courses", label = "With Pakistan" }
in_bangladesh  = { type = "BIGINT", unit = "courses", label = "With Bangladesh" }
tne_ids        = { type = "VARCHAR[]", hidden = true }
*/
select
    institution_id,
    institution,
    uk_group,
    count(*) as courses,
    count(*) filter (country = 'PAK') as in_pakistan,
    count(*) filter (country = 'BGD') as in_bangladesh,
    list(tne_id order by tne_id) as tne_ids
from course_institutions($country, $programme, $years, $subject, $uk_group, $sector)
where side = 'uk'
group by institution_id, institution, uk_group
order by courses desc, institution, institution_id
