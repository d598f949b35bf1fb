/*
question = "Which partnerships of the calls now teach?"
row      = "one partnership of a call"
key      = ["partnership_id"]
chart    = { form = "table", link = "source_url" }
finding  = { kind = "none" }
reads    = ["tne_programmes", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Teaches now: a course of its own is active on the date of the data."
needs    = ["tne_programmes"]
kinds    = ["programme", "demonstration"]
nothing  = "No transnational education partnership in this data names the call that funded it."

[params]
usual = ["country", "programme", "years", "uk_group", "sector"]
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
partnership_id       = { type = "VARCHAR", hidden = true }
call                 = { type = "VARCHAR" }
title                = { type = "VARCHAR", label = "Partnership" }
country              = { type = "VARCHAR", words = "country", label = "Partner country" }
state                = { type = "VARCHAR", words = "teaching", label = "Teaching" }
courses              = { type = "BIGINT", unit = "courses" }
uk_institutions      = { type = "VARCHAR", label = "UK institutions" }
partner_institutions = { type = "VARCHAR" }
source_url           = { type = "VARCHAR", label = "Source" }
partnerships         = { type = "BIGINT", hidden = true, note = "one in every row" }
partnership_ids      = { type = "VARCHAR[]", hidden = true }
*/
with states as (
    select
        partnership_id,
        case
            when bool_or(status in ('active', 'sustained')) then 'teaching'
            when bool_or(status in ('completed', 'dormant')) then 'ended'
            when bool_or(status = 'unknown') then 'not_known'
            else 'planned'
        end as state,
        count(*) filter (status <> 'planned') as courses
    from tne_programmes
    group by partnership_id
)
select
    partnership_id,
    call,
    counted_ones.title,
    counted_ones.country,
    coalesce(state, 'no_course') as state,
    coalesce(courses, 0) as courses,
    uk_institutions,
    partner_institutions,
    counted_ones.source_url,
    1::bigint as partnerships,
    [partnership_id] as partnership_ids
from counted($country, $programme, $years, ['tne'], $subject, $uk_group, $sector) as counted_ones
join partnerships using (partnership_id)
left join states using (partnership_id)
where call is not null
order by call, country, title, partnership_id
