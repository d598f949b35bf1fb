/*
question = "How soon after appointment are new vice-chancellors trained?"
row      = "those appointed in one year in one partner country"
key      = ["country", "appointed"]
chart    = { form = "share_bars", label = "appointed_words", value = "trained", total = "of", share = "share", words = "n_of_n", facet = "country" }
finding  = { kind = "newcomers", by = "country", over = "appointed", total = "of", words = "n_of_n", what = "were trained within twelve months" }
reads    = ["leadership_posts", "leadership_attendance", "leadership_events", "programmes", "institutions", "released", "snapshot"]
needs    = ["leadership_posts"]
kinds    = ["programme", "demonstration"]
caveat   = "Trained by the end of their first twelve months, or before they came. Only those are counted whose twelve months have passed by the end of the next year, or by the date of the data; an appointment without a date is left out."

[params]
usual = ["country", "qualifying"]
unguarded = ["qualifying"]
years = { type = "INTEGER[]", meaning = "first and last calendar year of appointment, inclusive; empty means all from 2009" }
role_group = { type = "VARCHAR[]", meaning = "role groups: the first one chosen is drawn; empty means vice-chancellors" }
sector = { type = "VARCHAR[]", unguarded = true, meaning = "sectors of the institutions; empty means all" }

[columns]
country         = { type = "VARCHAR", words = "country", label = "Country" }
appointed       = { type = "BIGINT", unit = "calendar year", label = "Year of appointment", hidden = true }
appointed_words = { type = "VARCHAR", label = "Appointed" }
n_of_n          = { type = "VARCHAR", label = "Trained within twelve months", people = true }
trained         = { type = "BIGINT", unit = "people", label = "Trained within twelve months, at least", people = true }
of              = { type = "BIGINT", unit = "people", label = "Appointed, twelve months passed", people = true }
share           = { type = "DOUBLE", unit = "%", people = true, note = "of a range its lower end; empty where too few are counted" }
*/
select
    country,
    year(day) - 1 as appointed,
    'in ' || (year(day) - 1) as appointed_words,
    n_of_n,
    n_low as trained,
    of,
    coalesce(share, share_low) as share
from shown_coverage($country, $sector, $qualifying)
where measure = 'F'
    and role_group = groups_asked($role_group)[1]
    and (len($years) = 0 or year(day) - 1 between $years[1] and $years[2])
    and of is distinct from 0
order by country desc, appointed
