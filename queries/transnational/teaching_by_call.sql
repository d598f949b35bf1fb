/*
question = "How many partnerships of each call now teach?"
row      = "one call for partnerships"
key      = ["call"]
chart    = { form = "share_bars", label = "call", value = "teaching", total = "partnerships" }
finding  = { kind = "part", value = "teaching", total = "partnerships", what = "partnerships of the calls now teach" }
reads    = ["tne_programmes", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Transnational education partnerships that name the call which funded them. One teaches where a course of its own is active on the date of the data."
needs    = ["tne_programmes"]
kinds    = ["programme", "demonstration"]
nothing  = "No transnational education partnership in this data names the call that funded it."

[params]
usual = ["country", "programme", "years", "uk_group", "sector"]
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
call            = { type = "VARCHAR", label = "Call" }
teaching        = { type = "BIGINT", unit = "partnerships", label = "Teach now" }
partnerships    = { type = "BIGINT", unit = "partnerships", label = "Of" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
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
    call,
    count(*) filter (state = 'teaching') as teaching,
    count(*) as partnerships,
    list(partnership_id order by partnership_id) as partnership_ids
from counted($country, $programme, $years, ['tne'], $subject, $uk_group, $sector)
join partnerships using (partnership_id)
left join states using (partnership_id)
where call is not null
group by call
order by call
