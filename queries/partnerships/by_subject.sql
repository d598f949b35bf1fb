/*
question = "Which subjects, and where do the countries differ?"
row      = "one subject and one partner country"
key      = ["subject", "country"]
chart    = { form = "paired_dots", label = "subject", value = "partnerships", colour = "country" }
finding  = { kind = "leader_by", label = "subject", value = "partnerships", by = "country", unit = "partnerships", besides = ["Multiple"] }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Each partnership has one subject; “Multiple” where its source names several."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]

[columns]
subject         = { type = "VARCHAR" }
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with base as (
    select partnership_id, coalesce(subject, 'Not stated') as subject, country
    from counted($country, $programme, $years, $strand, $subject, $uk_group, $sector)
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
    count(partnership_id) as partnerships,
    coalesce(list(partnership_id order by partnership_id) filter (partnership_id is not null), []) as partnership_ids
from subjects
cross join countries
left join base on base.subject = subjects.subject and base.country = countries.country
group by subjects.subject, countries.country, in_all
order by in_all desc, subjects.subject, countries.country
