/*
question = "98 % of what, counted in seven ways?"
row      = "one measure in one partner country, for one role group"
key      = ["country", "measure", "role_group"]
chart    = { form = "coverage_dots", label = "label", value = "share", low = "share_low", high = "share_high", colour = "country", words = "beside", line = "line", line_words = "line_words" }
finding  = { kind = "coverage", by = "country", code = "measure", label = "label", share = "share", low = "share_low", words = "n_of_n", line = "line", group = "group_words", day = "day_words", total = "of" }
reads    = ["leadership_posts", "leadership_attendance", "leadership_events", "programmes", "institutions", "claims", "released", "snapshot"]
needs    = ["leadership_posts"]
kinds    = ["programme", "demonstration"]
caveat   = "Eligible are the institutions on the commission's list on that day; one without a first day on the list counts throughout if it is a university. Trained: on a course that was held, at any institution, in any post; training travels with the person. Acting holders count, vacant posts do not. Where an attendance cannot be tied to one person a range is given. Head: the vice-chancellor; senior: pro vice-chancellors, deans, registrars; second tier with department chairs."
claim_metric = "vice_chancellors_trained_pct"

[params]
usual = ["country", "qualifying"]
unguarded = ["qualifying"]
years = { type = "INTEGER[]", meaning = "first and last calendar year: the last day of the last one is the day of the measure, never after the date of the data; the first one does nothing; empty means the date of the data" }
role_group = { type = "VARCHAR[]", meaning = "role groups; empty means vice-chancellors" }
sector = { type = "VARCHAR[]", unguarded = true, meaning = "sectors of the institutions; empty means all" }

[columns]
country    = { type = "VARCHAR", words = "country", label = "Country" }
measure    = { type = "VARCHAR" }
role_group = { type = "VARCHAR", hidden = true, note = "all: several role groups together" }
label      = { type = "VARCHAR", label = "What is counted" }
n_of_n     = { type = "VARCHAR", label = "How many", people = true }
eligible   = { type = "VARCHAR", label = "Of whom, and on which day" }
share      = { type = "DOUBLE", unit = "%", people = true, note = "empty for a range, and where too few are counted" }
share_low  = { type = "DOUBLE", unit = "%", label = "Share, at least", people = true }
share_high = { type = "DOUBLE", unit = "%", label = "Share, at most", people = true }
vacant     = { type = "VARCHAR", label = "Vacant posts", people = true }
not_known  = { type = "VARCHAR", label = "Posts of which nothing is known", people = true }
of         = { type = "BIGINT", hidden = true, people = true }
line       = { type = "DOUBLE", unit = "%", hidden = true }
line_words = { type = "VARCHAR", hidden = true }
group_words = { type = "VARCHAR", hidden = true }
day_words  = { type = "VARCHAR", hidden = true }
beside     = { type = "VARCHAR", hidden = true, people = true }
*/
with published as (
    select country, max(value) as share, count(*) as times, count(distinct counted) as groups
    from figures
    where kind = 'published' and metric in ('leaders_trained_pct', 'vice_chancellors_trained_pct')
    group by country
),
-- the demonstration holds no published figure: its institutions ever reached were set to match this one
lines as (
    select
        country,
        if(snapshot.kind = 'demonstration', 98, share) as line,
        if(snapshot.kind = 'demonstration', '98 %: set to match', format(
            '{:d} %: published {}, of {}', share::bigint, times_in_words(times), counted_in_words(groups, 'group')
        )) as line_words
    from (select distinct country from listed_institutions)
    cross join snapshot
    left join published using (country)
    where country = 'PAK' or share is not null
)
select
    country,
    measure,
    role_group,
    case measure
        when 'A' then format('A · Institutions {} {} was ever reached', if(rank in (1, 4), 'whose', 'where any'), one)
        when 'B' then 'B · The same, on a course in the UK' || if(rank = 1, '', ' (' || several || ')')
        when 'C' then format('C · People who held the post of {} since 2010, trained', one)
        when 'D' then format('D · {}{} in post, trained', upper(several[1]), several[2:])
        when 'E' then 'E · Vice-chancellors, registrars and commission officials in post, trained'
        when 'F' then format('F · New {}, trained within twelve months', several)
        when 'G' then 'G · Institutions with a trained team in post: head, senior, second tier'
    end as label,
    n_of_n,
    case
        when measure in ('A', 'B', 'G') then 'institutions on the list on ' || in_words(day)
        when measure = 'C' then 'people in post on any day from 2010 to ' || in_words(day)
        when measure = 'F' then format('appointed in {}, twelve months passed by {}', year(day) - 1, in_words(day))
        else 'filled posts on ' || in_words(day)
    end as eligible,
    share,
    share_low,
    share_high,
    if(measure in ('D', 'E'), vacant_words, null) as vacant,
    if(measure in ('D', 'E'), not_known_words, null) as not_known,
    of,
    line::double as line,
    line_words,
    several as group_words,
    in_words(day) as day_words,
    n_of_n || if(vacant_words in ('0', 'not stated'), '', ', ' || vacant_words || ' vacant') as beside
from shown_coverage($country, $sector, $qualifying)
left join leadership_groups using (role_group)
left join lines using (country)
where day = measured_on($years) and (role_group = 'all' or list_contains(groups_asked($role_group), role_group))
order by country desc, measure, rank
