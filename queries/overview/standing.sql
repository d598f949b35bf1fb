/*
question = "Where does the programme stand?"
row      = "one headline"
key      = ["headline"]
chart    = { form = "kpi_wall", label = "label", value = "value", of = "of", against = "against", note = "note", spark = "spark", spark_words = "spark_words" }
finding  = { kind = "biggest_change", label = "label", value = "value", compared = "against", amount = "amount", before = "amount_before", base = "base" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "leadership_events", "leadership_attendance", "leadership_posts", "tne_programmes", "tne_enrolments", "researcher_workshops", "claims", "released", "snapshot"]
kinds    = ["programme", "demonstration"]
caveat   = "Each headline is of the last of the years chosen, or of the latest year before it that states the number. Training is of courses with a British Council part and not divided by programme; young researchers are those of INSPIRE's workshops."

[params]
usual = ["country", "programme"]
unguarded = ["programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year: the headlines are of the last one, the first one does nothing; empty means the date of the data" }
against = { type = "INTEGER", meaning = "the year to compare with; 0 means four years before" }

[columns]
headline      = { type = "VARCHAR", label = "Headline key", hidden = true }
label         = { type = "VARCHAR", label = "Headline" }
value         = { type = "VARCHAR", people = true }
of            = { type = "VARCHAR", label = "What it counts" }
against       = { type = "VARCHAR", label = "Compared with", people = true }
note          = { type = "VARCHAR", label = "Besides", people = true }
spark         = { type = "DOUBLE[]", hidden = true, people = true, note = "a count or a per cent for each year" }
spark_words   = { type = "VARCHAR", hidden = true, note = "the years of the small line" }
amount        = { type = "DOUBLE", hidden = true, people = true, note = "the value as a number, per cent where it is a share" }
amount_before = { type = "DOUBLE", hidden = true, people = true }
base          = { type = "BIGINT", hidden = true, people = true, note = "of how many the value is a share, else the value" }
is_people     = { type = "BOOLEAN", hidden = true, note = "counts people, so the rule for small numbers holds in this row" }
rank          = { type = "BIGINT", unit = "rows", hidden = true, note = "the order in which people read the headlines" }
*/
with asked as (
    select now_year, if($against = 0, now_year - 4, $against) as then_year
    from (select year(measured_on($years)) as now_year)
),
-- once for the three that follow: each of its own would cost the memory again
every_year as materialized (from headline_figures($country, $programme, [])),
-- as headlines_by() has it
told as (
    select
        headline, max(year) as year, max_by(words, year) as words,
        arg_max_null(amount, year) as amount, arg_max_null(base, year) as base
    from every_year
    where year <= (select now_year from asked) and words <> 'not stated'
    group by headline
),
earlier as (select headline, words, amount from every_year where year = (select then_year from asked)),
ways as (
    select headline, list(amount order by year) as spark, min(year) || ' to ' || max(year) as spark_words
    from (from headline_years cross join (select headline from told)) as each_year
    left join every_year using (headline, year)
    where year <= (select now_year from asked)
    group by headline
),
aims as (
    select
        string_agg(
            country_in_words(country) || ': ' || people_words(n_low, false) || ' towards ' || aim_words, '; '
            order by country desc
        ) as towards
    from people_headlines($country, $programme, [])
    join researcher_aims using (country)
    where headline = 'researchers' and year = (select now_year from asked)
),
-- a headline that stands in another's tile: the partners beside the UK, the institutions reached under the people in post
beside as (
    select
        if(headline = 'partner_institutions', 'uk_institutions', 'vice_chancellors') as headline,
        told.words as beside_words,
        earlier.words as beside_before
    from told
    left join earlier using (headline)
    where headline in ('partner_institutions', 'institutions_reached')
)
select
    headline,
    if(headline = 'uk_institutions', 'Institutions linked', label) as label,
    told.words || if(headline = 'uk_institutions', ' and ' || beside_words, '') as value,
    case headline
        when 'partnerships_active' then 'in ' || year
        when 'uk_institutions' then 'UK and partner institutions, in ' || year
        when 'sustained' then 'partnerships whose funding had ended by ' || date_in_words(day, 'day')
        when 'vice_chancellors' then 'on ' || date_in_words(day, 'day')
        when 'learners' then 'in the academic year that began in ' || year
        else 'by ' || date_in_words(day, 'day')
    end as of,
    coalesce(
        'against ' || earlier.words || if(headline = 'uk_institutions', ' and ' || beside_before, '') || ' in ',
        'not stated for '
    ) || then_year as against,
    case headline
        when 'vice_chancellors' then 'Vice-chancellor ever reached: ' || beside_words || ' institutions'
        when 'researchers' then towards
    end as note,
    spark,
    spark_words,
    told.amount as amount,
    earlier.amount as amount_before,
    base,
    is_people,
    rank
from told
join headline_names using (headline)
join headline_years using (year)
join ways using (headline)
left join earlier using (headline)
left join beside using (headline)
cross join asked
cross join aims
where headline not in ('partner_institutions', 'institutions_reached')
order by rank
