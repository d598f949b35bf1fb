/*
question = "How many still run after 1, 2, 3 and 5 years?"
row      = "one number of years since the start"
key      = ["years_after"]
chart    = { form = "share_bars", label = "after", value = "running", total = "observed" }
finding  = { kind = "still_running", x = "years_after", value = "running", total = "observed" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
kinds    = ["programme", "demonstration"]
caveat   = "Only partnerships that started so many years before the day of the measure or earlier, with a stated start. A renewed partnership is one, from its first award to its last. Where no end is stated and nothing shows it later, it is counted apart."

[params]
usual = ["country", "programme", "strand", "subject", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year: the last day of the last one is the day of the measure, never after the date of the data; the first one does nothing; empty means the date of the data" }

[columns]
years_after     = { type = "BIGINT", hidden = true }
after           = { type = "VARCHAR", label = "Since the start" }
running         = { type = "BIGINT", unit = "partnerships", label = "Still running" }
observed        = { type = "BIGINT", unit = "partnerships", label = "Of those that started so long ago" }
not_known       = { type = "BIGINT", unit = "partnerships", label = "Not known", note = "no end is stated and nothing shows it so long after the start; not in the count" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with lives as (
    select * from measured_lives($country, $programme, $years, $strand, $subject, $uk_group, $sector)
),
marks as (
    select
        years_after::bigint as years_after,
        lives.*,
        begun_on + to_years(years_after) as mark
    from lives
    cross join (values (1), (2), (3), (5)) as asked(years_after)
    where mark <= seen_on
)
select
    years_after,
    'after ' || counted_in_words(years_after, 'year') as after,
    count(*) filter (seen_alive_to >= mark) as running,
    count(*) filter (seen_alive_to >= mark or is_ended) as observed,
    count(*) filter (seen_alive_to < mark and not is_ended) as not_known,
    coalesce(list(partnership_id order by partnership_id) filter (seen_alive_to >= mark), []) as partnership_ids
from marks
group by years_after
order by years_after
