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
country    = { type = "VARCHAR[]", meaning = "partner countries, ISO alpha-3; empty means all" }
years      = { type = "INTEGER[]", meaning = "first and last calendar year: the last day of the last one is the day of the measure, never after the date of the data; the first one does nothing; empty means the date of the data" }
sector     = { type = "VARCHAR[]", unguarded = true, meaning = "sectors of the institutions; empty means all" }
qualifying = { type = "VARCHAR", unguarded = true, meaning = "which courses count: british_council, with a British Council part; all, those of the commission alone as well" }

[columns]
country         = { type = "VARCHAR", words = "country", label = "Country" }
region          = { type = "VARCHAR", label = "Province or division" }
reached         = { type = "BIGINT", unit = "institutions", label = "Institutions reached" }
listed          = { type = "BIGINT", unit = "institutions", label = "Of those on the list" }
institution_ids = { type = "VARCHAR[]", hidden = true, note = "empty where the owner of the data has not released names" }
*/
select
    country,
    coalesce(region, 'Not stated') as region,
    count(*) filter (reached_from <= day) as reached,
    count(*) as listed,
    if(
        any_value(name_unreached),
        coalesce(list(institution_id order by institution_id) filter (reached_from <= day), []),
        []
    ) as institution_ids
from eligible_institutions
left join (select * from reached_institutions where qualifying = $qualifying) as attending using (institution_id)
cross join snapshot
where day = measured_on($years) and matches(country, $country) and matches(sector, $sector)
group by all
order by country desc, listed desc, region
