/*
question = "How much changed, and in which tables?"
row      = "one table and one sort of change"
key      = ["table_name", "kind"]
chart    = { form = "columns", x = "table_name", y = "rows", colour = "kind" }
finding  = { kind = "edited", value = "rows", by = "kind" }
reads    = ["changes", "changed_tables", "snapshot"]
caveat   = "Against the edition before where no other is chosen. A row of which one cell was renamed and another corrected counts once for each."
nothing  = "Nothing differs: both editions hold the same rows, or there is only one."

[columns]
table_name = { type = "VARCHAR", words = "table", label = "Table" }
kind       = { type = "VARCHAR", words = "change_kind", label = "What became of the rows" }
rows       = { type = "BIGINT", unit = "rows" }
*/
with counted_only as (
    select
        table_name,
        unnest([
            {'kind': 'added', 'rows': added},
            {'kind': 'corrected', 'rows': changed},
            {'kind': 'removed', 'rows': removed}
        ], recursive := true)
    from changed_tables
    where table_name not in (select table_name from changes)
),
told as (
    select table_name, kind, count(distinct row_id) as rows
    from classified_changes()
    group by table_name, kind
    union all
    select table_name, kind, rows from counted_only where rows > 0
)
select
    table_name,
    kind,
    rows
from told
order by sum(rows) over (partition by table_name) desc, table_name,
    list_position(['added', 'ended', 'status', 'renamed', 'corrected', 'removed'], kind)
