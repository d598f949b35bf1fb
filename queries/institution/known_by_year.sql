/*
question = "When did its partnerships come to be known?"
row      = "one calendar year and one family of programmes"
key      = ["year", "programme"]
chart    = { form = "stacked_steps", x = "year", y = "partnerships", colour = "programme" }
finding  = { kind = "none" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Known by a year: it had started, or a source had shown it, by then. The count never falls. Partnerships without a date are not drawn."

[params]
usual = ["institution", "country", "programme", "years"]

[columns]
year            = { type = "BIGINT", unit = "calendar year" }
programme       = { type = "VARCHAR", words = "programme" }
partnerships    = { type = "BIGINT", unit = "partnerships", label = "Known by the year" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with base as (
    select partnership_id, family, known_year
    from counted($country, $programme, $years, [], [], [], [])
    semi join with_institutions($institution) using (partnership_id)
    where known_year is not null
),
years as (
    select unnest(range(min(known_year), greatest(max(known_year), (select year(as_of) from snapshot)) + 1)) as year from base
),
programmes_met as (
    select distinct family as programme from base
)
select
    year,
    programme,
    count(partnership_id) as partnerships,
    coalesce(list(partnership_id order by partnership_id) filter (partnership_id is not null), []) as partnership_ids
from years
cross join programmes_met
left join base on base.family = programme and base.known_year <= year
group by year, programme
order by year, programme
