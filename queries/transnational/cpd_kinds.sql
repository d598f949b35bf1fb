/*
question = "Which kinds of professional course are there?"
row      = "one of the three kinds of professional course, or those whose kind is not stated"
key      = ["cpd_type"]
chart    = { form = "ranked_bars", label = "cpd_type", value = "courses" }
finding  = { kind = "made_up_of", value = "courses", label = "cpd_type", unit = "professional courses" }
reads    = ["tne_programmes", "tne_enrolments", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "The three kinds that INSPIRE's short-course awards supported. Courses of counted partnerships; those only planned are left out."
needs    = ["tne_programmes"]

[params]
usual = ["country", "programme", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: taught on at least one day of them, as far as dates show; empty means all" }
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
cpd_type      = { type = "VARCHAR", words = "cpd_type", label = "Kind" }
meaning       = { type = "VARCHAR", label = "What it is" }
courses       = { type = "BIGINT", unit = "courses" }
short_courses = { type = "BIGINT", unit = "courses", label = "Of these, short courses" }
tne_ids       = { type = "VARCHAR[]", hidden = true }
*/
with professional as (
    select tne_id, cpd_type, delivery
    from taught_courses($country, $programme, $years, $subject, $uk_group, $sector)
    where level = 'cpd' or cpd_type is not null
),
kinds as (
    select *
    from (values
        (1, 'standalone', 'made for professionals'),
        (2, 'module', 'also a module of a degree course'),
        (3, 'tailor_made', 'made for one employer, for its staff only'),
        (4, null, '')
    ) as named(place, named_kind, meaning)
)
select
    named_kind as cpd_type,
    meaning,
    count(tne_id) as courses,
    count(tne_id) filter (delivery = 'short_course') as short_courses,
    coalesce(list(tne_id order by tne_id) filter (tne_id is not null), []) as tne_ids
from kinds
left join professional on cpd_type is not distinct from named_kind
where exists (select 1 from professional)
group by place, named_kind, meaning
having named_kind is not null or count(tne_id) > 0
order by place
