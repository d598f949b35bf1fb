/*
question = "In which subjects are courses taught?"
row      = "one subject and one partner country"
key      = ["subject", "country"]
chart    = { form = "paired_dots", label = "subject", value = "courses", colour = "country" }
finding  = { kind = "leader_by", label = "subject", value = "courses", by = "country", unit = "courses", besides = ["Multiple"] }
reads    = ["tne_programmes", "tne_enrolments", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "The subject is the partnership's; “Multiple” where its source names several. Courses of counted partnerships; those only planned are left out."
needs    = ["tne_programmes"]

[params]
usual = ["country", "programme", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: taught on at least one day of them, as far as dates show; empty means all" }
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
subject = { type = "VARCHAR" }
country = { type = "VARCHAR", words = "country", label = "Partner country" }
courses = { type = "BIGINT", unit = "courses" }
tne_ids = { type = "VARCHAR[]", hidden = true }
*/
with base as (
    select tne_id, coalesce(subject, 'Not stated') as subject, country
    from taught_courses($country, $programme, $years, $subject, $uk_group, $sector)
),
subjects as (
    select subject, count(*) as in_all from base group by subject
),
countries as (
    select distinct country from base
)
select
    subjects.subject,
    countries.country,
    count(tne_id) as courses,
    coalesce(list(tne_id order by tne_id) filter (tne_id is not null), []) as tne_ids
from subjects
cross join countries
left join base on base.subject = subjects.subject and base.country = countries.country
group by subjects.subject, countries.country, in_all
order by in_all desc, subjects.subject, countries.country
