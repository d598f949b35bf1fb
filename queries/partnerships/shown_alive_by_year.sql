/*
question = "In which years can partnerships be shown active?"
row      = "one calendar year and one partner country"
key      = ["year", "country"]
chart    = { form = "columns", x = "year", y = "partnerships", colour = "country" }
finding  = { kind = "none" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
kinds    = ["record"]
caveat   = "Active on at least one day of the year, as far as sources show. Most rows rest on one or two dated sources, so this draws the rhythm of the sources; “known by” is the leading view."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]

[columns]
year            = { type = "BIGINT", unit = "calendar year" }
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
partnerships    = { type = "BIGINT", unit = "partnerships", label = "Shown active" }
evidenced       = { type = "BIGINT", unit = "partnerships", label = "Of these, dated by a source only", note = "a first or last day is that of a source, not of an agreement" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with active as (
    select
        partnership_id,
        country,
        evidenced,
        unnest(range(year(active_from), year(active_to) + 1)) as year
    from counted($country, $programme, $years, $strand, $subject, $uk_group, $sector)
    where active_from <= active_to
)
select
    year,
    country,
    count(*) as partnerships,
    count(*) filter (evidenced) as evidenced,
    list(partnership_id order by partnership_id) as partnership_ids
from active
where len($years) = 0 or year between $years[1] and $years[2]
group by year, country
order by year, country
