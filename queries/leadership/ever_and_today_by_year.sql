/*
question = "How far apart are \"ever reached\" and \"in post today\", and since when?"
row      = "one of the two measures in one year and partner country"
key      = ["country", "measure", "year"]
chart    = { form = "lines", x = "year", y = "share", colour = "line", facet = "country", low = "share_low", high = "share_high", words = "n_of_n", gap = "moved on or retired" }
finding  = { kind = "apart", by = "country", code = "measure", over = "year", share = "share", low = "share_low", high = "share_high", words = "n_of_n", total = "of" }
reads    = ["leadership_posts", "leadership_attendance", "leadership_events", "programmes", "institutions", "released", "snapshot"]
needs    = ["leadership_posts"]
kinds    = ["programme", "demonstration"]
caveat   = "Ever reached counts institutions that ever had a trained holder of the post, in post counts the people who hold it at the end of the year. Eligible are the institutions on the commission's list on that day; one without a first day on the list counts throughout if it is a university."

[params]
usual = ["country", "qualifying"]
unguarded = ["qualifying"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive; empty means all from 2010" }
role_group = { type = "VARCHAR[]", meaning = "role groups: the first one chosen is drawn; empty means vice-chancellors" }
sector = { type = "VARCHAR[]", unguarded = true, meaning = "sectors of the institutions; empty means all" }

[columns]
country    = { type = "VARCHAR", words = "country", label = "Country" }
measure    = { type = "VARCHAR", hidden = true }
line       = { type = "VARCHAR", label = "What is counted" }
year       = { type = "BIGINT" }
n_of_n     = { type = "VARCHAR", label = "How many", people = true }
share      = { type = "DOUBLE", unit = "%", people = true, note = "of a range its lower end; empty where too few are counted" }
share_low  = { type = "DOUBLE", unit = "%", label = "Share, at least", people = true }
share_high = { type = "DOUBLE", unit = "%", label = "Share, at most", people = true }
of         = { type = "BIGINT", hidden = true, people = true }
*/
select
    country,
    measure,
    if(measure = 'A', 'Ever reached', 'In post') as line,
    year(day) as year,
    n_of_n,
    coalesce(share, share_low) as share,
    share_low,
    share_high,
    of
from shown_coverage($country, $sector, $qualifying)
where measure in ('A', 'D')
    and role_group = groups_asked($role_group)[1]
    and touches(day, day, $years)
order by country desc, measure, year
