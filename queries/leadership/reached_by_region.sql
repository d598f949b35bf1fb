/*
question = "Which provinces and divisions have institutions that were never reached?"
row      = "one province or division"
key      = ["country", "region"]
chart    = { form = "squares", label = "region", value = "reached", total = "listed", facet = "country" }
finding  = { kind = "unreached_institutions", value = "reached", total = "listed", by = "country", label = "region" }
reads    = ["leadership_attendance", "leadership_events", "programmes", "institutions", "snapshot"]
needs    = ["leadership_attendance"]
kinds    = ["programme", "demonstration"]
caveat   = "Institutions, not people: one is reached once anybody from it was on a course, whatever the post. Eligible are the institutions on the commission's list on that day; one without a first day on the list counts throughout if it is a university."

[params]
usual = ["country", "qualifying"]
unguarded = ["qualifying"]
years = { type = "INTEGER[]", meaning = "first and last calendar year: the last day of the last one is the day of the measure, never after the date of the data; the first one does nothing; empty means the date of the data" }
sector = { type = "VARCHAR[]", unguarded = true, meaning = "sectors of the institutions; empty means all" }

[columns]
country         = { type = "VARCHAR", words = "country", label = "Country" }
region          = { type = "VARCHAR", label = "Province or division" }
reached         = { type = "BIGINT", unit = "institutions", label = "Institutions reached" }
listed          = { type = "BIGINT", unit = "institutions", label = "Of those on the list" }
institution_ids = { type = "VARCHAR[]", hidden = true, note = "empty where the owner of the data has not released names" }
*/
select
    country,
    region,
    count(*) filter (is_reached) as reached,
    count(*) as listed,
    coalesce(list(institution_id order by institution_id) filter (is_reached and named), []) as institution_ids
from reached_on($country, $qualifying, $years, $sector)
group by country, region
order by country desc, listed desc, region
