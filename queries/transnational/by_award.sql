/*
question = "Which UK awards do students get?"
row      = "one kind of award"
key      = ["award"]
chart    = { form = "ranked_bars", label = "award", value = "courses" }
finding  = { kind = "first_of", value = "courses", label = "award", unit = "courses" }
reads    = ["tne_programmes", "tne_enrolments", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Courses of counted partnerships; those only planned are left out. What successful students get, as the source names it; an award may be the partner's own."
needs    = ["tne_programmes"]

[params]
usual = ["country", "programme", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: taught on at least one day of them, as far as dates show; empty means all" }
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
award            = { type = "VARCHAR", words = "award" }
courses          = { type = "BIGINT", unit = "courses" }
undergraduate    = { type = "BIGINT", unit = "courses" }
postgraduate     = { type = "BIGINT", unit = "courses" }
professional     = { type = "BIGINT", unit = "courses", label = "Professional development" }
level_not_stated = { type = "BIGINT", unit = "courses" }
tne_ids          = { type = "VARCHAR[]", hidden = true }
*/
select
    award,
    count(*) as courses,
    count(*) filter (level = 'undergraduate') as undergraduate,
    count(*) filter (level = 'postgraduate') as postgraduate,
    count(*) filter (level = 'cpd') as professional,
    count(*) filter (level is null) as level_not_stated,
    list(tne_id order by tne_id) as tne_ids
from taught_courses($country, $programme, $years, $subject, $uk_group, $sector)
group by award
order by courses desc, award nulls last
