/*
question = "What share of those who came are women?"
row      = "one partner country and one calendar year"
key      = ["country", "year"]
chart    = { form = "share_bars", label = "year_words", value = "women", total = "participants", facet = "country", colour = "country", words = "women_words" }
finding  = { kind = "latest", words = "women_words", value = "women_pct", over = "year", by = "country", what = "who came were women" }
reads    = ["researcher_workshops", "programmes", "institutions", "snapshot"]
caveat   = "In the workshops that state how many were women; the others are left out of both numbers."
needs    = ["researcher_workshops"]
kinds    = ["programme", "demonstration"]
nothing  = "No workshop in this data states how many of its people were women."

[params]
usual = ["country", "programme"]
unguarded = ["programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: which years are shown; empty means all" }

[columns]
country      = { type = "VARCHAR", words = "country", label = "For" }
year         = { type = "BIGINT", unit = "calendar year", hidden = true }
year_words   = { type = "VARCHAR", label = "Year" }
women        = { type = "BIGINT", unit = "people", people = true }
participants = { type = "BIGINT", unit = "people", label = "Of", people = true }
women_pct    = { type = "DOUBLE", unit = "%", label = "Share of women", people = true }
women_words  = { type = "VARCHAR", label = "In words", people = true, hidden = true }
workshops    = { type = "BIGINT", unit = "workshops" }
workshop_ids = { type = "VARCHAR[]", hidden = true }
*/
select
    country,
    year(held_from) as year,
    coalesce(year(held_from)::varchar, 'no date') as year_words,
    people(sum(women), false) as women,
    people(sum(participants), false) as participants,
    people_pct(sum(women), sum(participants), false) as women_pct,
    people_of_words(sum(women), sum(participants), false) as women_words,
    count(*) as workshops,
    list(workshop_id order by workshop_id) as workshop_ids
from workshops($country, $programme, [])
where women is not null and participants is not null and in_years(coalesce(year(held_from), 0), $years)
group by country, year(held_from)
order by country desc, year nulls last
