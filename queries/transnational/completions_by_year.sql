/*
question = "How many complete their course in a year?"
row      = "one partner country and one calendar year"
key      = ["country", "year"]
chart    = { form = "lines", x = "year", y = "completions", colour = "country", words = "completions_words" }
finding  = { kind = "latest", words = "completions_words", value = "completions", over = "year", by = "country", what = "completed a course" }
reads    = ["tne_programmes", "tne_enrolments", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "In the courses that state a number. Those who complete began in earlier years: no share of a year's learners follows."
needs    = ["tne_enrolments"]
kinds    = ["programme", "demonstration"]
nothing  = "No course in this data states how many completed it."

[params]
usual = ["country", "programme", "uk_group", "sector"]
unguarded = ["programme", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: which years are shown; empty means all" }
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all", unguarded = true }

[columns]
country           = { type = "VARCHAR", words = "country", label = "Partner country" }
year              = { type = "BIGINT", unit = "calendar year" }
completions       = { type = "BIGINT", unit = "learners", people = true, note = "empty where no course states it, or the number is too small to show" }
completions_words = { type = "VARCHAR", label = "Completions, in words", people = true, hidden = true }
not_stated        = { type = "BOOLEAN", label = "Number not stated" }
courses           = { type = "BIGINT", unit = "courses", label = "Courses with a number" }
*/
select
    country,
    year,
    people(sum(completions), false) as completions,
    people_words(sum(completions), false) as completions_words,
    count(completions) = 0 as not_stated,
    count(completions) as courses
from learners($country, $programme, $years, $subject, $uk_group, $sector)
group by country, year
qualify sum(count(completions)) over () > 0
order by year, country
