/*
question = "How many transnational education partnerships show a course?"
row      = "one partner country"
key      = ["country"]
chart    = { form = "share_bars", label = "country", value = "with_course", total = "partnerships" }
finding  = { kind = "part", value = "with_course", total = "partnerships", what = "transnational education partnerships show a course" }
reads    = ["tne_programmes", "tne_enrolments", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Counted partnerships of the strand; a course shows where it is named and not only planned. Courses of other strands stand in the list."

[params]
usual = ["country", "programme", "years", "uk_group", "sector"]
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
with_course     = { type = "BIGINT", unit = "partnerships", label = "With a course" }
partnerships    = { type = "BIGINT", unit = "partnerships", label = "Of" }
courses         = { type = "BIGINT", unit = "courses" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with offered as (
    select partnership_id, count(*) as courses from base_courses group by partnership_id
)
select
    country,
    count(courses) as with_course,
    count(*) as partnerships,
    coalesce(sum(courses), 0)::bigint as courses,
    list(partnership_id order by partnership_id) as partnership_ids
from counted($country, $programme, $years, ['tne'], $subject, $uk_group, $sector)
left join offered using (partnership_id)
group by country
order by partnerships desc, country
