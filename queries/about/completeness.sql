/*
question = "How complete is this data?"
row      = "one table and one thing that its rows may state"
key      = ["table_name", "field"]
chart    = { form = "completeness", row = "table_name", column = "field", value = "stated", total = "total" }
finding  = { kind = "least_stated", by = "table_name", label = "field", value = "stated", total = "total" }
reads    = ["partnerships", "institutions", "tne_programmes", "tne_enrolments", "leadership_events", "researcher_workshops", "impact_evidence", "claims"]
caveat   = "An empty cell means that no source says, never that the answer is nought."

[columns]
table_name = { type = "VARCHAR", words = "table", label = "Table" }
field      = { type = "VARCHAR", label = "What rows may state" }
stated     = { type = "BIGINT", unit = "rows", label = "Rows that state it" }
total      = { type = "BIGINT", unit = "rows", label = "Of" }
*/
with fields as (
    select 'partnerships' as table_name, count(*) as total, unnest([
        {'field': 'A date', 'stated': count(coalesce(start_date, seen_from, end_date, seen_to))},
        {'field': 'A stated start', 'stated': count(start_date)},
        {'field': 'A stated end', 'stated': count(end_date)},
        {'field': 'Source', 'stated': count(source_url)},
        {'field': 'Money', 'stated': count(award_gbp)}
    ], recursive := true) from partnerships
    union all
    select 'institutions' as table_name, count(*) as total, unnest([
        {'field': 'Coordinates', 'stated': count(latitude)},
        {'field': 'Region', 'stated': count(region)}
    ], recursive := true) from institutions
    union all
    select 'tne_programmes' as table_name, count(*) as total, unnest([
        {'field': 'A date', 'stated': count(first_intake)},
        {'field': 'Source', 'stated': count(source_url)},
        {'field': 'Credits', 'stated': count(cats_credits)}
    ], recursive := true) from tne_programmes
    union all
    select 'tne_enrolments' as table_name, count(*) as total, unnest([
        {'field': 'Women', 'stated': count(women)},
        {'field': 'Completions', 'stated': count(completions)}
    ], recursive := true) from tne_enrolments
    union all
    select 'leadership_events' as table_name, count(*) as total, unnest([
        {'field': 'A date', 'stated': count(start_date)},
        {'field': 'A stated end', 'stated': count(end_date)},
        {'field': 'Source', 'stated': count(source_url)},
        {'field': 'Coordinates', 'stated': count(latitude)},
        {'field': 'Participants', 'stated': count(participants)},
        {'field': 'Women', 'stated': count(women)}
    ], recursive := true) from leadership_events
    union all
    select 'researcher_workshops' as table_name, count(*) as total, unnest([
        {'field': 'A date', 'stated': count(start_date)},
        {'field': 'A stated end', 'stated': count(end_date)},
        {'field': 'Source', 'stated': count(source_url)},
        {'field': 'Participants', 'stated': count(participants)},
        {'field': 'Women', 'stated': count(women)}
    ], recursive := true) from researcher_workshops
    union all
    select 'impact_evidence' as table_name, count(*) as total, unnest([
        {'field': 'A date', 'stated': count(dated)},
        {'field': 'Source', 'stated': count(source_url)}
    ], recursive := true) from impact_evidence
    union all
    select 'claims' as table_name, count(*) as total, unnest([
        {'field': 'A date', 'stated': count(as_of)},
        {'field': 'Source', 'stated': count(source_url)}
    ], recursive := true) from claims
)
select table_name, field, stated, total
from fields
where total > 0
order by table_name, field
