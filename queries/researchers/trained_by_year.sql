/*
question = "How many young researchers did INSPIRE train, towards what it set out to?"
row      = "one partner country and one calendar year"
key      = ["country", "year"]
chart    = { form = "lines", x = "year", y = "trained_so_far", colour = "country", target = "target", words = "so_far_words" }
finding  = { kind = "trained", words = "so_far_words", value = "trained_so_far", over = "year", by = "country", target = "target_words" }
reads    = ["researcher_workshops", "programmes", "institutions", "claims", "snapshot"]
caveat   = "INSPIRE's workshops with a head count, without those trained to train others. Places taken: nobody knows who came twice."
needs    = ["researcher_workshops"]
kinds    = ["programme", "demonstration"]

[params]
usual = ["country"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: which years are shown; empty means all" }

[columns]
country        = { type = "VARCHAR", words = "country", label = "For" }
year           = { type = "BIGINT", unit = "calendar year" }
trained        = { type = "BIGINT", unit = "people", label = "Trained in the year", people = true }
trained_so_far = { type = "BIGINT", unit = "people", label = "Trained so far", people = true }
so_far_words   = { type = "VARCHAR", label = "In words", people = true, hidden = true }
target         = { type = "DOUBLE", unit = "people", label = "Target or published figure" }
target_words   = { type = "VARCHAR", label = "What that figure is" }
workshops      = { type = "BIGINT", unit = "workshops" }
without_number = { type = "BIGINT", unit = "workshops", label = "Workshops without a head count" }
workshop_ids   = { type = "VARCHAR[]", hidden = true }
*/
with yearly as (
    select
        country,
        year(held_from) as year,
        sum(trained) as trained,
        count(*) as workshops,
        count(*) - count(trained) as without_number,
        list(workshop_id order by workshop_id) as workshop_ids
    from base_workshops
    where family = 'inspire' and held_from is not null
    group by country, year(held_from)
),
spans as (
    select country, unnest(range(min(year), (select max(year) + 1 from yearly))) as year from yearly group by country
),
so_far as (
    select
        * replace (coalesce(workshops, 0) as workshops, coalesce(without_number, 0) as without_number),
        coalesce(workshop_ids, []) as ids,
        if(workshops is null, 0, trained) as in_year,
        sum(trained) over (partition by country order by year) as trained_so_far
    from spans
    left join yearly using (country, year)
)
select
    country,
    year,
    people(in_year, false) as trained,
    people(trained_so_far, false) as trained_so_far,
    people_words(trained_so_far, false) as so_far_words,
    aim as target,
    aim_alone as target_words,
    workshops,
    without_number,
    ids as workshop_ids
from so_far
left join researcher_aims using (country)
where matches(country, $country) and in_years(year, $years)
order by year, country
