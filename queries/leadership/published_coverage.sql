/*
question = "98 % of what?"
row      = "one published wording, or one line of arithmetic"
key      = ["line"]
chart    = { form = "scale_dots", label = "label", value = "share", total_words = "of_what", kind = "kind" }
finding  = { kind = "arithmetic", kind_column = "kind", words = "of_what" }
reads    = ["claims", "programmes", "register", "snapshot"]
caveat   = "No published figure states its denominator, so no coverage can be computed. The arithmetic compares figures of different dates and different groups, and only shows how many posts a share would need."
claim_metric = "vice_chancellors_trained_pct"

[params]
country = { type = "VARCHAR[]", meaning = "partner countries, ISO alpha-3; empty means all" }

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
with reported as (
    select claims.*, qualifier_of(note) as qualifier, reported_when(note, as_of_earliest, as_of_precision) as date_words
    from claims
    join programmes using (programme_id)
    where claims.kind = 'published' and strand = 'leadership' and matches(claims.country, $country)
),
shares as (
    select * from reported where metric in ('leaders_trained_pct', 'vice_chancellors_trained_pct')
),
heads as (
    select * from reported where metric = 'vice_chancellors_trained' and qualifier = 'over' and as_of is null
),
listed as (
    select country, count(*) as posts
    from register
    where recognised_by = 'HEC'
    group by country
),
reached as (
    select country, sum(value) as universities, string_agg(value::bigint || ' ' || string_split(metric, '_')[3], ', ' order by metric desc) as parts,
        any_value(date_words) as date_words, any_value(source_url) as source_url
    from reported
    where metric in ('universities_covered_public', 'universities_covered_private')
    group by country
),
totals as (
    select country, claim_id, value as universities, source_url
    from claims
    where kind = 'published' and metric = 'universities_in_country' and matches(country, $country)
),
lines as (
    select claim_id as line, 'published' as kind, country, what_was_counted(note) as label, qualifier, value as share,
        'not stated' as of_what, date_words, source_url
    from shares
    union all
    select claim_id, 'arithmetic', country, what_was_counted(note), qualifier, null,
        'If “' || qualifier || ' ' || value::bigint || '” were ' || share || ' %, about ' || round(value * 100 / share)::bigint || ' posts were eligible',
        date_words, source_url
    from heads join (select country, min(value)::bigint as share from shares group by country) using (country)
    union all
    select 'register', 'arithmetic', country, 'universities on the HEC list of about 2018–20', '', null,
        share || ' % of the ' || posts || ' on the HEC list of about 2018–20 would be about ' || round(posts * share / 100)::bigint,
        'about 2018–20', 'Higher Education Commission, Pakistan: list of universities'
    from listed join (select country, min(value)::bigint as share from shares group by country) using (country)
    union all
    select totals.claim_id, 'reach', country, 'universities that sent somebody to the leadership series', '',
        round(100 * reached.universities / totals.universities, 1),
        reached.universities::bigint || ' of ' || totals.universities::bigint || ' universities (' || parts || ')',
        reached.date_words, reached.source_url || '; ' || totals.source_url
    from reached join totals using (country)
)
select line, kind, country, label, qualifier, share, of_what, date_words, source_url
from lines
order by kind <> 'published', kind, country desc, date_words = 'undated', date_words, line
