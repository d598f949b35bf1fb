/*
question = "Which institutions have had nobody on a course?"
row      = "one institution on the commission's list from which nobody was on a course"
key      = ["institution_id"]
chart    = { form = "table", title = "name", who = ["sector"], what = ["listed_since"], when = ["city", "region"] }
finding  = { kind = "total", value = "institutions", unit = "institutions" }
reads    = ["leadership_attendance", "leadership_events", "programmes", "institutions", "snapshot"]
needs    = ["leadership_attendance"]
kinds    = ["programme", "demonstration"]
caveat   = "Nobody from it stands on an attendance list, whatever the post. Eligible are the institutions on the commission's list on that day; one without a first day on the list counts throughout if it is a university."
nothing  = "Every institution on the list was reached, or the owner of the data has not decided that those that were not may be named."

[params]
usual = ["country", "qualifying"]
unguarded = ["qualifying"]
years = { type = "INTEGER[]", meaning = "first and last calendar year: the last day of the last one is the day of the measure, never after the date of the data; the first one does nothing; empty means the date of the data" }
sector = { type = "VARCHAR[]", unguarded = true, meaning = "sectors of the institutions; empty means all" }

[columns]
name           = { type = "VARCHAR", label = "Institution", profile = "institution_id" }
country        = { type = "VARCHAR", words = "country", label = "Country" }
city           = { type = "VARCHAR" }
region         = { type = "VARCHAR", label = "Province or division" }
sector         = { type = "VARCHAR", words = "sector" }
listed_since   = { type = "VARCHAR", label = "On the list since" }
institution_id = { type = "VARCHAR", hidden = true }
institutions   = { type = "BIGINT", hidden = true, note = "one in every row" }
*/
select
    name,
    country,
    city,
    region,
    sector_of(sector) as sector,
    date_in_words(recognised_from_earliest, recognised_from_precision) as listed_since,
    institution_id,
    1::bigint as institutions
from institutions
join (select day, institution_id from eligible_institutions) as eligible using (institution_id)
left join (select * from reached_institutions where qualifying = $qualifying) as attending using (institution_id)
cross join snapshot
where name_unreached
    and day = measured_on($years)
    and coalesce(reached_from > day, true)
    and matches(country, $country)
    and matches(sector_of(sector), $sector)
order by country desc, region nulls last, name, institution_id
