/*
question = "How many institutions have a trained team, not one trained person?"
row      = "the institutions of one sector and partner country with so many trained tiers"
key      = ["country", "sector", "tiers"]
chart    = { form = "columns", x = "which", y = "institutions", colour = "tiers", words = "in_words" }
finding  = { kind = "teams", by = "country", label = "sector", code = "tiers", value = "institutions", words = "in_words" }
reads    = ["leadership_posts", "leadership_attendance", "leadership_events", "programmes", "institutions", "snapshot"]
needs    = ["leadership_posts"]
kinds    = ["programme", "demonstration"]
caveat   = "Tiers: the head; one of the senior people (pro vice-chancellors, deans, registrars); one of the second tier, department chairs included. Counted are people in post who were trained for certain. Eligible are the institutions on the commission's list on that day; one without a first day on the list counts throughout if it is a university."

[params]
usual = ["country", "qualifying"]
unguarded = ["qualifying"]
years = { type = "INTEGER[]", meaning = "first and last calendar year: the last day of the last one is the day of the measure, never after the date of the data; the first one does nothing; empty means the date of the data" }
sector = { type = "VARCHAR[]", meaning = "sectors of the institutions; empty means all" }

[columns]
country      = { type = "VARCHAR", words = "country", label = "Country" }
sector       = { type = "VARCHAR", words = "sector" }
which        = { type = "VARCHAR", label = "Institutions of" }
tiers        = { type = "VARCHAR", words = "tiers", label = "Trained in post" }
institutions = { type = "BIGINT", unit = "institutions", people = true }
in_words     = { type = "VARCHAR", label = "Institutions, in words", people = true }
*/
select
    country,
    sector,
    country_in_words(country) || ', ' || sector as which,
    ['none', 'one', 'two', 'three'][tiers + 1] as tiers,
    people(institutions, false) as institutions,
    people_words(institutions, false) as in_words
from teams_by_tiers
where day = measured_on($years) and qualifying = $qualifying and matches(country, $country) and matches(sector, $sector)
order by country desc, sector desc, teams_by_tiers.tiers
