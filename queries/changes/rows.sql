/*
question = "Which rows are new, ended, at another status, renamed, corrected or gone?"
row      = "one row of a table and what became of it"
key      = ["kind", "table_name", "row_id"]
chart    = { form = "change_list", label = "title", group = "kind", what = "column_names", before = "before", after = "after", within = "table_name", source = "source_url" }
finding  = { kind = "none" }
reads    = ["changes", "earlier_rows", "snapshot", "institutions", "programmes", "partnerships", "partnership_members", "tne_programmes", "tne_enrolments", "leadership_events", "researcher_workshops", "impact_evidence", "claims", "register"]
caveat   = "A row is the same where its code is the same. “Ended” means that its status says so, or that an end which has passed was stated for the first time. Rows about persons are counted, never listed."
nothing  = "Nothing to list: both editions hold the same rows, or there is only one."

[columns]
kind         = { type = "VARCHAR", words = "change_kind", label = "What became of it" }
table_name   = { type = "VARCHAR", words = "table", label = "Table" }
title        = { type = "VARCHAR", label = "Row" }
row_id       = { type = "VARCHAR", label = "Code" }
column_names = { type = "VARCHAR[]", words = "column", label = "What differs" }
before       = { type = "VARCHAR[]", label = "Was" }
after        = { type = "VARCHAR[]", label = "Is" }
source_url   = { type = "VARCHAR", label = "Source" }
*/
with told as (
    select
        kind,
        table_name,
        row_id,
        list(column_name order by column_name) filter (column_name is not null) as column_names,
        list(coalesce(before, '') order by column_name) filter (column_name is not null) as before,
        list(coalesce(after, '') order by column_name) filter (column_name is not null) as after
    from classified_changes()
    group by kind, table_name, row_id
)
select
    kind,
    table_name,
    coalesce(named_rows.title, earlier_rows.title, row_id) as title,
    row_id,
    coalesce(column_names, []) as column_names,
    coalesce(before, []) as before,
    coalesce(after, []) as after,
    coalesce(named_rows.source_url, earlier_rows.source_url) as source_url
from told
left join named_rows using (table_name, row_id)
left join earlier_rows using (table_name, row_id)
order by list_position(['added', 'ended', 'status', 'renamed', 'corrected', 'removed'], kind),
    list_position(
        [
            'partnerships', 'institutions', 'programmes', 'tne_programmes', 'leadership_events', 'researcher_workshops',
            'impact_evidence', 'claims', 'tne_enrolments', 'partnership_members', 'register'
        ],
        table_name
    ),
    title, row_id
