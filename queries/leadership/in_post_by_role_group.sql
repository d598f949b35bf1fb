/*
question = "Of those in post today, how many are trained?"
row      = "one role group in one partner country"
key      = ["country", "role_group"]
chart    = { form = "coverage_dots", label = "role_group", value = "share", low = "share_low", high = "share_high", colour = "country", words = "n_of_n" }
finding  = { kind = "in_post", by = "country", group = "role_group", words = "n_of_n", share = "share", low = "share_low", total = "of", day = "day_words" }
reads    = ["leadership_posts", "leadership_attendance", "leadership_events", "programmes", "institutions", "released", "snapshot"]
needs    = ["leadership_posts"]
kinds    = ["programme", "demonstration"]
caveat   = "Filled posts, acting holders included; vacant ones are named beside. Where an attendance cannot be tied to one person a range is given. Officials are those of the commission."

[params]
usual = ["country", "qualifying"]
unguarded = ["qualifying"]
years = { type = "INTEGER[]", meaning = "first and last calendar year: the last day of the last one is the day of the measure, never after the date of the data; the first one does nothing; empty means the date of the data" }
role_group = { type = "VARCHAR[]", meaning = "role groups; empty means all" }
sector = { type = "VARCHAR[]", unguarded = true, meaning = "sectors of the institutions; empty means all" }

[columns]
country    = { type = "VARCHAR", words = "country", label = "Country" }
role_group = { type = "VARCHAR", words = "role_group", label = "Who" }
n_of_n     = { type = "VARCHAR", label = "How many", people = true }
share      = { type = "DOUBLE", unit = "%", people = true, note = "empty for a range, and where too few are counted" }
share_low  = { type = "DOUBLE", unit = "%", label = "Share, at least", people = true }
share_high = { type = "DOUBLE", unit = "%", label = "Share, at most", people = true }
vacant     = { type = "VARCHAR", label = "Vacant posts", people = true }
not_known  = { type = "VARCHAR", label = "Posts of which nothing is known", people = true }
of         = { type = "BIGINT", hidden = true, people = true }
day_words  = { type = "VARCHAR", label = "On" }
*/
select
    country,
    role_group,
    n_of_n,
    share,
    share_low,
    share_high,
    vacant_words as vacant,
    not_known_words as not_known,
    of,
    in_words(day) as day_words
from shown_coverage($country, $sector, $qualifying)
join leadership_groups using (role_group)
where measure = 'D'
    and day = measured_on($years)
    and matches(role_group, $role_group)
    and (of is distinct from 0 or vacant is distinct from 0)
order by country desc, rank
