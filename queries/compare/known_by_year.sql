/*
question = "How many were known by each year?"
row      = "one calendar year of one side"
key      = ["side", "year"]
chart    = { form = "lines", x = "year", y = "partnerships", colour = "side" }
finding  = { kind = "last_of_both", by = "side", label = "year", value = "partnerships", what = "Known by" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
kinds    = ["record"]
caveat   = "Known by a year: it had started, or a source had shown it, by then. The count never falls. Partnerships without a date are not drawn."

[params]
usual = ["side", "country", "programme", "years"]
institution = { type = "VARCHAR[]", meaning = "partnerships in which one of these institutions has a part; empty means all" }

[columns]
side            = { type = "VARCHAR", words = "side", label = "Side" }
year            = { type = "BIGINT", unit = "calendar year" }
partnerships    = { type = "BIGINT", unit = "partnerships", label = "Known by the year" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with base as (
    select partnership_id, known_year
    from counted($country, $programme, $years, [], [], [], [])
    semi join with_institutions($institution) using (partnership_id)
    where known_year is not null
),
years as (
    select unnest(range(min(known_year), (select year(as_of) from snapshot) + 1)) as year from base
)
select
    $side as side,
    year,
    count(*) as partnerships,
    list(partnership_id order by partnership_id) as partnership_ids
from years
join base on known_year <= year
group by year
order by year
