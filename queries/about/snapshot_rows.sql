/*
question = "What is in the data?"
row      = "one table"
key      = ["table_name"]
chart    = { form = "ranked_bars", label = "table_name", value = "rows" }
finding  = { kind = "leader", label = "table_name", value = "rows" }
reads    = ["institutions", "programmes", "partnerships", "partnership_members", "tne_programmes", "tne_enrolments", "leadership_events", "leadership_attendance", "leadership_posts", "researcher_workshops", "impact_evidence", "claims", "register", "snapshot"]
caveat   = "Rows as published; of a programme those about persons are rounded to 5. The register is a reference list of institutions, linked or not."

[columns]
table_name = { type = "VARCHAR", words = "table", label = "Table" }
rows       = { type = "BIGINT", unit = "rows" }
*/
select table_name, rows
from (
    select 'institutions' as table_name, count(*) as rows from institutions
    union all
    select 'programmes', count(*) from programmes
    union all
    select 'partnerships', count(*) from partnerships
    union all
    select 'partnership_members', count(*) from partnership_members
    union all
    select 'tne_programmes', count(*) from tne_programmes
    union all
    select 'tne_enrolments', count(*) from tne_enrolments
    union all
    select 'leadership_events', count(*) from leadership_events
    union all
    select 'leadership_attendance', people(count(*), false) from leadership_attendance
    union all
    select 'leadership_posts', people(count(*), false) from leadership_posts
    union all
    select 'researcher_workshops', count(*) from researcher_workshops
    union all
    select 'impact_evidence', count(*) from impact_evidence
    union all
    select 'claims', count(*) from claims
    union all
    select 'register', count(*) from register
)
order by rows desc, table_name
