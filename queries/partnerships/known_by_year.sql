/*
question = "How many partnerships were known by each year?"
row      = "one calendar year and one family of programmes"
key      = ["year", "programme"]
chart    = { form = "stacked_steps", x = "year", y = "partnerships", colour = "programme", band = true }
finding  = { kind = "milestones", x = "year", total = "known", dated = "dated", counted = "counted", years = [2007, 2013, 2020] }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Known by a year: it had started, or a source had shown it, by then. The count never falls."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]

[columns]
year            = { type = "BIGINT", unit = "calendar year" }
programme       = { type = "VARCHAR", words = "programme", label = "Programme" }
partnerships    = { type = "BIGINT", unit = "partnerships", label = "Known by the year", note = "had started, or a source had shown it, by the end of the year" }
new             = { type = "BIGINT", unit = "partnerships", label = "New in the year" }
known           = { type = "BIGINT", unit = "partnerships", label = "Known by the year, all programmes" }
dated           = { type = "BIGINT", hidden = true, note = "partnerships that carry any date" }
counted         = { type = "BIGINT", hidden = true, note = "all counted partnerships, with a date or without" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with base as (
    select
        partnership_id,
        family as programme,
        known_year,
        count(*) over () as counted,
        count(known_year) over () as dated,
        min(known_year) over () as first_year,
        max(known_year) over () as last_year
    from counted($country, $programme, $years, $strand, $subject, $uk_group, $sector)
),
by_programme as (
    select programme, counted, dated, unnest(range(first_year, last_year + 1)) as year, list((known_year, partnership_id)) as pairs
    from base
    where known_year is not null
    group by programme, counted, dated, first_year, last_year
),
by_year as (
    select
        year,
        programme,
        list_sort([pair[2] for pair in pairs if pair[1] <= year]) as partnership_ids,
        len([pair for pair in pairs if pair[1] = year]) as new,
        dated,
        counted
    from by_programme
)
select
    year,
    programme,
    len(partnership_ids) as partnerships,
    new,
    sum(len(partnership_ids)) over (partition by year)::bigint as known,
    dated,
    counted,
    partnership_ids
from by_year
order by year, programme
