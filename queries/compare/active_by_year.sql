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
select
    $side as side,
    year,
    count(*) filter (in_year) as partnerships,
    coalesce(list(partnership_id order by partnership_id) filter (in_year), []) as partnership_ids
from active_years($country, $programme, $years, [], [], [], [], $institution)
group by year
order by year
