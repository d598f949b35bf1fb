/*
question = "Where in Pakistan and Bangladesh are the courses taught?"
row      = "one partner institution with a course"
key      = ["institution_id"]
chart    = { form = "ranked_bars", label = "institution", value = "courses", colour = "country", facet = "country", limit = 8 }
finding  = { kind = "leader", label = "institution", value = "courses", unit = "courses" }
reads    = ["tne_programmes", "tne_enrolments", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "A course of two partner institutions counts for each. Courses of counted partnerships; those only planned are left out."
needs    = ["tne_programmes"]

[params]
usual = ["country", "programme", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: taught on at least one day of them, as far as dates show; empty means all" }
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
institution_id = { type = "VARCHAR", hidden = true }
institution    = { type = "VARCHAR", label = "Partner institution", profile = "institution_id" }
country        = { type = "VARCHAR", words = "country" }
sector         = { type = "VARCHAR", words = "sector" }
region         = { type = "VARCHAR", label = "Province or division" }
courses        = { type = "BIGINT", unit = "courses" }
tne_ids        = { type = "VARCHAR[]", hidden = true }
*/
select
    institution_id,
    institution,
    country,
    sector,
    region,
    count(*) as courses,
    list(tne_id order by tne_id) as tne_ids
from course_institutions($country, $programme, $years, $subject, $uk_group, $sector)
where side = 'partner'
group by institution_id, institution, country, sector, region
order by courses desc, institution, institution_id
