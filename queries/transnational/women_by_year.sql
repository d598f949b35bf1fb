/*
question = "What share of the learners are women?"
row      = "one partner country and one calendar year"
key      = ["country", "year"]
chart    = { form = "lines", x = "year", y = "women_pct", colour = "country", count = "women", total = "learners", words = "women_words" }
finding  = { kind = "latest", words = "women_words", value = "women_pct", over = "year", by = "country", what = "learners were women" }
reads    = ["tne_programmes", "tne_enrolments", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Of the learners on courses that state how many are women; the others are left out of both numbers."
needs    = ["tne_enrolments"]
kinds    = ["programme", "demonstration"]
nothing  = "No course in this data states how many of its learners are women."

[params]
usual = ["country", "programme", "uk_group", "sector"]
unguarded = ["programme", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: which years are shown; empty means all" }
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all", unguarded = true }

[columns]
country     = { type = "VARCHAR", words = "country", label = "Partner country" }
year        = { type = "BIGINT", unit = "calendar year" }
women_pct   = { type = "DOUBLE", unit = "%", label = "Women", people = true }
women       = { type = "BIGINT", unit = "learners", label = "Women, number", people = true }
learners    = { type = "BIGINT", unit = "learners", label = "Of", people = true }
women_words = { type = "VARCHAR", label = "In words", people = true, hidden = true }
*/
select
    country,
    year,
    people_pct(sum(women), sum(learners), false) as women_pct,
    people(sum(women), false) as women,
    people(sum(learners), false) as learners,
    people_of_words(sum(women), sum(learners), false) as women_words
from learners($country, $programme, $years, $subject, $uk_group, $sector)
where women is not null and learners is not null
group by country, year
order by year, country
