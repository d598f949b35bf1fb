/*
question = "How many partnerships were known by each year?"
row      = "one calendar year and one family of programmes"
key      = ["year", "programme"]
chart    = { form = "stacked_steps", x = "year", y = "partnerships", colour = "programme", band = true }
finding  = { kind = "milestones", x = "year", total = "known", dated = "dated", counted = "counted", years = [2007, 2013, 2020] }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "The steps of 2004, 2012 and 2021 follow which sources were found, not how the work grew."

[params]
country   = { type = "VARCHAR[]", meaning = "partner countries, ISO alpha-3; empty means all" }
programme = { type = "VARCHAR[]", meaning = "families of programmes; empty means all" }
years     = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: shown active on at least one day of them; empty means all" }
strand    = { type = "VARCHAR[]", meaning = "strands; empty means all" }
subject   = { type = "VARCHAR[]", meaning = "subjects; empty means all" }
uk_group  = { type = "VARCHAR[]", meaning = "groups of UK universities: any UK member in one of them; empty means all" }
sector    = { type = "VARCHAR[]", meaning = "sectors of the partner institutions: any partner in one of them; empty means all" }

[columns]
year            = { type = "BIGINT", unit = "calendar year" }
programme       = { type = "VARCHAR", words = "programme", label = "Programme" }
partnerships    = { type = "BIGINT", unit = "partnerships", label = "Known by the year", note = "had started, or had been seen by a source, by the end of the year" }
new             = { type = "BIGINT", unit = "partnerships", label = "New in the year" }
known           = { type = "BIGINT", unit = "partnerships", label = "Known by the year, all programmes" }
dated           = { type = "BIGINT", hidden = true, note = "partnerships that carry any date" }
counted         = { type = "BIGINT", hidden = true, note = "all counted partnerships, with a date or without" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with base as (
    select partnership_id, family as programme, known_year
    from counted($country, $programme, $years, $strand, $subject, $uk_group, $sector)
),
years as (
    select unnest(range(min(known_year), max(known_year) + 1)) as year from base
),
programmes_known as (
    select distinct programme from base where known_year is not null
)
select
    year,
    programmes_known.programme,
    count(partnership_id) as partnerships,
    count(partnership_id) filter (known_year = year) as new,
    (select count(*) from base as every_one where every_one.known_year <= years.year) as known,
    (select count(known_year) from base) as dated,
    (select count(*) from base) as counted,
    coalesce(list(partnership_id order by partnership_id) filter (partnership_id is not null), []) as partnership_ids
from years
cross join programmes_known
left join base on base.programme = programmes_known.programme and known_year <= year
group by year, programmes_known.programme
order by year, programmes_known.programme
