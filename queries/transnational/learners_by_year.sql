/*
question = "How many learners are there in a year?"
row      = "one partner country and one calendar year"
key      = ["country", "year"]
chart    = { form = "lines", x = "year", y = "learners", colour = "country", words = "learners_words" }
finding  = { kind = "latest", value = "learners", words = "learners_words", over = "year", by = "country", what = "learners" }
reads    = ["tne_programmes", "tne_enrolments", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Learners on the courses in the year in which the academic year begins, in the courses that state a number; a learner of two years counts in both."
needs    = ["tne_enrolments"]
kinds    = ["programme", "demonstration"]

[params]
usual = ["country", "programme", "uk_group", "sector"]
unguarded = ["programme", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: which years are shown; empty means all" }
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all", unguarded = true }

[columns]
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
year            = { type = "BIGINT", unit = "calendar year" }
learners        = { type = "BIGINT", unit = "learners", people = true, note = "empty where no course states it, or the number is too small to show" }
learners_words  = { type = "VARCHAR", label = "Learners, in words", people = true, hidden = true }
not_stated      = { type = "BOOLEAN", label = "Number not stated" }
courses         = { type = "BIGINT", unit = "courses", label = "Courses with a number" }
courses_without = { type = "BIGINT", unit = "courses", label = "Courses without a number" }
tne_ids         = { type = "VARCHAR[]", hidden = true }
*/
select
    country,
    year,
    people(sum(learners), false) as learners,
    people_words(sum(learners), false) as learners_words,
    count(learners) = 0 as not_stated,
    count(learners) as courses,
    count(*) - count(learners) as courses_without,
    list(tne_id order by tne_id) as tne_ids
from learners($country, $programme, $years, $subject, $uk_group, $sector)
group by country, year
order by year, country
