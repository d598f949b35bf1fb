/*
question = "How many workshops were held each year?"
row      = "one partner country and one calendar year"
key      = ["country", "year"]
chart    = { form = "columns", x = "year", y = "workshops", colour = "country" }
finding  = { kind = "peak", value = "workshops", over = "year", unit = "workshops" }
reads    = ["researcher_workshops", "programmes", "institutions"]
caveat   = "Workshops for researchers with a UK part, INSPIRE's or another programme's. By the year of the first day; one without a date is left out here."
needs    = ["researcher_workshops"]

[params]
usual = ["country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: held on at least one day of them; empty means all" }

[columns]
country      = { type = "VARCHAR", words = "country", label = "For" }
year         = { type = "BIGINT", unit = "calendar year" }
workshops    = { type = "BIGINT", unit = "workshops" }
with_number  = { type = "BIGINT", unit = "workshops", label = "Of these, with a head count" }
workshop_ids = { type = "VARCHAR[]", hidden = true }
*/
select
    country,
    year(held_from) as year,
    count(*) as workshops,
    count(participants) as with_number,
    list(workshop_id order by workshop_id) as workshop_ids
from workshops($country, $programme, $years)
where held_from is not null
group by country, year(held_from)
order by year, country
