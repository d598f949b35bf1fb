/*
question = "98 % of what?"
row      = "one published wording, or one line of arithmetic"
key      = ["line"]
chart    = { form = "scale_dots", label = "label", value = "share", total_words = "of_what", kind = "kind" }
finding  = { kind = "arithmetic", kind_column = "kind", words = "of_what" }
reads    = ["claims", "programmes", "register"]
kinds    = ["record"]
caveat   = "No published figure states its denominator, so no coverage can be computed. The arithmetic compares figures of different dates and different groups, and only shows how many posts a share would need."
claim_metric = "vice_chancellors_trained_pct"

[params]
usual = ["country"]

[columns]
line       = { type = "VARCHAR", hidden = true }
kind       = { type = "VARCHAR", words = "coverage_kind", label = "What it is" }
country    = { type = "VARCHAR", words = "country", label = "Country" }
label      = { type = "VARCHAR", label = "Who" }
qualifier  = { type = "VARCHAR", label = "Said as" }
share      = { type = "DOUBLE", unit = "%", note = "empty for arithmetic that gives posts and not a share" }
of_what    = { type = "VARCHAR", label = "Of what" }
date_words = { type = "VARCHAR", label = "When" }
source_url = { type = "VARCHAR", label = "Source" }
*/
with leadership as (
    select * from figures where kind = 'published' and strand = 'leadership' and matches(country, $country)
),
shares as (
    select * from leadership where metric in ('leaders_trained_pct', 'vice_chancellors_trained_pct')
),
highest as (
    select country, max(value) as share from shares group by country
),
reached as (
    select
        country,
        sum(value)::bigint as universities,
        string_agg(value::bigint || ' ' || string_split(metric, '_')[3], ', ' order by metric desc) as parts,
        any_value(date_words) as date_words,
        any_value(source_url) as source_url
    from leadership
    where metric in ('universities_covered_public', 'universities_covered_private')
    group by country
),
lines as (
    select
        1 as place, claim_id as line, 'published' as kind, country, counted as label, qualifier, value as share,
        'not stated' as of_what, date_words, source_url
    from shares
    union all
    -- the heads said to have been trained without a date: how many posts would make that share of them?
    select
        2, claim_id, 'arithmetic', country, counted, qualifier, null,
        format('If “{} {:d}” were {:d} %, about {:d} posts were eligible',
            qualifier, value::bigint, highest.share::bigint, round(100 * value / highest.share)::bigint),
        date_words, source_url
    from leadership
    join highest using (country)
    where metric = 'vice_chancellors_trained' and qualifier = 'over' and as_of is null
    union all
    select
        3, 'register', 'arithmetic', country, 'universities on the HEC list of about 2018–20', '', null,
        format('{:d} % of the {:d} on the HEC list of about 2018–20 would be about {:d}',
            highest.share::bigint, count(*), round(highest.share * count(*) / 100)::bigint),
        'about 2018–20', 'Higher Education Commission, Pakistan: list of universities'
    from register
    join highest using (country)
    where recognised_by = 'HEC'
    group by country, highest.share
    union all
    select
        4, claim_id, 'reach', country, 'universities that sent somebody to the leadership series', '',
        round(100 * reached.universities / value, 1),
        format('{:d} of {:d} universities ({})', reached.universities, value::bigint, parts),
        reached.date_words, reached.source_url || '; ' || figures.source_url
    from figures
    join reached using (country)
    where figures.kind = 'published' and metric = 'universities_in_country'
)
select
    line,
    kind,
    country,
    country_in_words(country) || if(kind = 'published' and qualifier <> '', ', “' || qualifier || '”: ', ': ') || label as label,
    qualifier,
    share,
    of_what,
    date_words,
    source_url
from lines
order by place, date_words = 'undated', date_words, country, line
