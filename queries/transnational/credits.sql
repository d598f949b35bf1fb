/*
question = "How many credits do the courses carry?"
row      = "one range of credits"
key      = ["credits"]
chart    = { form = "ranked_bars", label = "credits", value = "courses" }
finding  = { kind = "none" }
reads    = ["tne_programmes", "tne_enrolments", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Credits as the UK counts them (CATS): ten hours of study each; 60 for a postgraduate certificate, 120 for a first year or a diploma, 180 for a master's degree, 360 for a bachelor's. Courses of counted partnerships; those only planned are left out."
needs    = ["tne_programmes"]
kinds    = ["programme", "demonstration"]

[params]
usual = ["country", "programme", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: taught on at least one day of them, as far as dates show; empty means all" }
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
credits = { type = "VARCHAR", label = "Credits" }
courses = { type = "BIGINT", unit = "courses" }
least   = { type = "BIGINT", unit = "credits", label = "Fewest" }
most    = { type = "BIGINT", unit = "credits", label = "Most" }
tne_ids = { type = "VARCHAR[]", hidden = true }
*/
with banded as (
    select
        tne_id,
        cats_credits,
        case
            when cats_credits is null then 6
            when cats_credits < 60 then 1
            when cats_credits < 120 then 2
            when cats_credits < 180 then 3
            when cats_credits < 360 then 4
            else 5
        end as band
    from taught_courses($country, $programme, $years, $subject, $uk_group, $sector)
)
select
    ['Fewer than 60', '60 to 119', '120 to 179', '180 to 359', '360 or more', 'Not stated'][band] as credits,
    count(*) as courses,
    min(cats_credits) as least,
    max(cats_credits) as most,
    list(tne_id order by tne_id) as tne_ids
from banded
group by band
order by band
