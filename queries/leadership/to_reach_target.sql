/*
question = "How many places and courses would reach our target?"
row      = "one role group in one partner country"
key      = ["country", "role_group"]
chart    = { form = "arithmetic", label = "label", steps = "steps", result = "result", note = "leavers" }
finding  = { kind = "none" }
reads    = ["leadership_posts", "leadership_attendance", "leadership_events", "programmes", "institutions", "released", "snapshot"]
needs    = ["leadership_posts"]
kinds    = ["programme", "demonstration"]
caveat   = "A course is as large as the middle one of those held for the country with a British Council part and a stated number. Those expected to leave: the share that left their posts in each of the last years, of as many as the target asks for; new holders are taken as untrained. Those trained beyond the target are not set against them."

[params]
usual = ["country", "qualifying"]
unguarded = ["qualifying"]
years = { type = "INTEGER[]", meaning = "first and last calendar year: the last day of the last one is the day of the measure, never after the date of the data; the first one does nothing; empty means the date of the data" }
role_group = { type = "VARCHAR[]", meaning = "role groups; empty means vice-chancellors" }
target = { type = "INTEGER", meaning = "the target in per cent of the people in post" }
sector = { type = "VARCHAR[]", unguarded = true, meaning = "sectors of the institutions; empty means all" }

[columns]
country    = { type = "VARCHAR", words = "country", label = "Country" }
role_group = { type = "VARCHAR", words = "role_group", label = "Who" }
label      = { type = "VARCHAR", hidden = true }
steps      = { type = "VARCHAR[]", label = "Step by step", people = true }
result     = { type = "VARCHAR", label = "What it takes", people = true }
leavers    = { type = "VARCHAR", label = "And for those expected to leave", people = true }
places     = { type = "BIGINT", unit = "places", hidden = true, people = true }
courses    = { type = "BIGINT", unit = "courses", hidden = true, people = true }
*/
with sizes as (
    select country, ceil(median(people(participants, false)))::bigint as course_size
    from held_courses
    where participants > 0
    group by country
),
left_lately as (
    select country, role_group, count(*) as ends, people_pct(sum(leavers), sum(in_post_before), false) as share_leaving
    from leavers_by_year
    cross join snapshot
    where scope = scope_of($sector)
        and day <= measured_on($years)
        and day > measured_on($years) - interval 4 year
    group by country, role_group
),
asked as (
    select
        country, role_group, rank, one, several, nearly, n_low, n_high, of, share_leaving,
        if(day = as_of, 'today', 'on this date') as that_day,
        ceil($target * of / 100.0)::bigint as wanted, course_size,
        ceil(share_leaving * wanted / 100)::bigint as leaving,
        if(n_low is null, null, greatest(0, wanted - n_low)) as places,
        if(n_low = n_high, '', 'at most ') || nearly as at_most,
        -- those trained beyond the target make up for some of those who leave
        if(n_low = n_high and n_low <= wanted, '', 'at most ') || if(guarded(), 'about ', '') as at_most_later
    from shown_coverage($country, $sector, $qualifying)
    join leadership_groups using (role_group)
    left join sizes using (country)
    left join left_lately using (country, role_group)
    cross join snapshot
    where measure = 'D' and day = measured_on($years) and list_contains(groups_asked($role_group), role_group)
)
select
    country,
    role_group,
    upper(several[1]) || several[2:] || ', ' || country_in_words(country) as label,
    case
        when of is null or n_low is null or of = 0 then []
        else [
            format('{:d} % of {}{:d} {} in post is {:d}', $target, nearly, of, if(of = 1, one, several), wanted),
            if(n_low = n_high, '', 'at least ') || nearly || n_low || if(n_low = 1, ' is', ' are') || ' trained'
        ]
    end as steps,
    case
        when of = 0 then 'nobody in post on this date'
        when of is null or n_low is null then 'too few to be shown'
        when places = 0 then 'reached ' || that_day
        else at_most || places_and_courses(places, ' ' || if(that_day = 'today', 'now', 'then'), course_size)
    end as result,
    case
        when of = 0 or places is null or leaving is null then null
        when leaving = 0 then 'nobody is expected to leave within a year'
        when places = 0 then 'to stay there ' || at_most_later || places_and_courses(leaving, '', course_size)
            || ', for those expected to leave within a year'
        else format('with {} {:d} expected to leave within a year: ', if(guarded(), 'about', 'the'), leaving)
            || at_most_later || places_and_courses(places + leaving, '', course_size)
    end as leavers,
    places,
    ceil(places / course_size)::bigint as courses
from asked
order by country desc, rank
