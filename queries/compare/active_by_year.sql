/*
question = "How many were active each year?"
row      = "one calendar year of one side"
key      = ["side", "year"]
chart    = { form = "lines", x = "year", y = "partnerships", colour = "side" }
finding  = { kind = "last_of_both", by = "side", label = "year", value = "partnerships", what = "Active in" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
kinds    = ["programme", "demonstration"]
caveat   = "Active on at least one day of the year. Each award counts by itself. Choosing years draws those years and changes no number in them."

[params]
usual = ["side", "country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: the years that are drawn; empty means all" }
institution = { type = "VARCHAR[]", meaning = "partnerships in which one of these institutions has a part; empty means all" }

[columns]
side            = { type = "VARCHAR", words = "side", label = "Side" }
year            = { type = "BIGINT", unit = "calendar year" }
partnerships    = { type = "BIGINT", unit = "partnerships", label = "Active in the year" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with lived as (
    select partnership_id, year(active_from) as first_year, least(year(active_to), year(as_of)) as last_year
    from counted($country, $programme, $years, [], [], [], [])
    semi join with_institutions($institution) using (partnership_id)
    cross join snapshot
    where active_from <= active_to
),
years as (
    select unnest(range(min(first_year), max(last_year) + 1)) as year from lived
)
select
    $side as side,
    year,
    count(*) filter (year between first_year and last_year) as partnerships,
    coalesce(
        list(partnership_id order by partnership_id) filter (year between first_year and last_year), []
    ) as partnership_ids
from years
cross join lived
where in_years(year, $years)
group by year
order by year
