/*
question = "How did the links come about, year by year?"
row      = "one calendar year"
key      = ["year"]
chart    = { form = "columns", x = "year", y = "partnerships" }
finding  = { kind = "through_years", x = "year", value = "partnerships", active = "active", undated = "undated" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Only partnerships that link a named UK institution with a named partner. One that carries no date stands in no year. That a partnership is not shown active does not say that it is over: no source may have looked."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]
institution = { type = "VARCHAR[]", meaning = "links with one of these institutions at either end; empty means all" }

[columns]
year            = { type = "BIGINT", unit = "calendar year" }
partnerships    = { type = "BIGINT", unit = "partnerships", label = "Known by the year" }
new             = { type = "BIGINT", unit = "partnerships", label = "First known in the year" }
active          = { type = "BIGINT", unit = "partnerships", label = "Shown active in the year", note = "on at least one day of it, new ones included" }
ended           = { type = "BIGINT", unit = "partnerships", label = "Known earlier, not shown active in it" }
links           = { type = "BIGINT", unit = "links", label = "Links of those shown active" }
undated         = { type = "BIGINT", unit = "partnerships", label = "Without a date, in no year" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with linked as (
    select partnership_id, known_year, active_from, active_to, count(*) as links
    from links($country, $programme, $years, $strand, $subject, $uk_group, $sector)
    where linked_with(uk_id, partner_id, $institution)
    group by partnership_id, known_year, active_from, active_to
),
years as (
    select unnest(range(min(known_year), year(as_of) + 1)) as year from linked cross join snapshot group by as_of
),
known as (
    select
        year, partnership_id, links,
        state_in(year, known_year, active_from, active_to) as state,
        coalesce(touches(active_from, active_to, [year, year]), false) as is_active
    from years
    join linked on known_year <= year
    where in_years(year, $years)
)
select
    year,
    count(*) as partnerships,
    count(*) filter (state = 'new') as new,
    count(*) filter (is_active) as active,
    count(*) filter (state = 'ended') as ended,
    coalesce(sum(links) filter (is_active), 0)::bigint as links,
    (select count(*) from linked where known_year is null) as undated,
    list(partnership_id order by partnership_id) as partnership_ids
from known
group by year
order by year
