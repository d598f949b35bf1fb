/*
question = "How many are active each year, and how many started and ended?"
row      = "one calendar year"
key      = ["year"]
chart    = { form = "stock_and_flow", x = "year", stock = "partnerships", inflow = "started", outflow = "ended", band = true }
finding  = { kind = "stock", x = "year", value = "partnerships", inflow = "started", outflow = "ended" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
kinds    = ["programme", "demonstration"]
caveat   = "Active on at least one day of the year, so one that ends in a year still counts in it. Each award counts by itself. Choosing years draws those years and changes no number in them."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]

[columns]
year            = { type = "BIGINT", unit = "calendar year" }
partnerships    = { type = "BIGINT", unit = "partnerships", label = "Active in the year" }
started         = { type = "BIGINT", unit = "partnerships", label = "Started in the year" }
ended           = { type = "BIGINT", unit = "partnerships", label = "Ended in the year", note = "or last known in it, where no end is stated" }
end_not_stated  = { type = "BIGINT", unit = "partnerships", label = "Of those ended, end not stated" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
select
    year,
    count(*) filter (in_year) as partnerships,
    count(*) filter (first_year = year) as started,
    count(*) filter (end_year = year) as ended,
    count(*) filter (end_year = year and stated_end is null) as end_not_stated,
    coalesce(list(partnership_id order by partnership_id) filter (in_year), []) as partnership_ids
from active_years($country, $programme, $years, $strand, $subject, $uk_group, $sector, [])
group by year
order by year
