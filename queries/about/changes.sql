/*
question = "What changed since the last data?"
row      = "one changed cell, or one added or removed row"
key      = ["table_name", "change", "row_id", "column_name"]
chart    = { form = "table" }
finding  = { kind = "none" }
reads    = ["changes"]
caveat   = "Against the data published before."
nothing  = "Nothing to compare: this is the first data that was published here, or nothing in it changed."

[columns]
table_name  = { type = "VARCHAR", words = "table", label = "Table" }
change      = { type = "VARCHAR", words = "change", label = "Change" }
row_id      = { type = "VARCHAR", label = "Row" }
column_name = { type = "VARCHAR", label = "Column" }
before      = { type = "VARCHAR" }
after       = { type = "VARCHAR" }
*/
select
    table_name,
    change,
    row_id,
    column_name,
    before,
    after
from changes
order by table_name, change, row_id, column_name
