/*
question = "Which sources does the data rest on?"
row      = "one web site or document"
key      = ["source"]
chart    = { form = "ranked_bars", label = "source", value = "rows", limit = 15 }
finding  = { kind = "rest_on", label = "source", value = "rows", unit = "rows" }
reads    = ["programmes", "partnerships", "tne_programmes", "leadership_events", "researcher_workshops", "impact_evidence", "claims"]
caveat   = "A row may rest on several sources and then counts at each. Tables without sources of their own rest on their parent rows'."

[columns]
source     = { type = "VARCHAR", label = "Site or document" }
rows       = { type = "BIGINT", unit = "rows", label = "Rows that rest on it" }
pages      = { type = "BIGINT", unit = "pages", label = "Pages or documents" }
tables     = { type = "VARCHAR", label = "In" }
source_url = { type = "VARCHAR", label = "For example" }
*/
with cited as (
    select 'programmes' as table_name, programme_id as row_id, source_url as sources from programmes
    union all
    select 'partnerships', partnership_id, source_url from partnerships
    union all
    select 'tne_programmes', tne_id, source_url from tne_programmes
    union all
    select 'leadership_events', event_id, source_url from leadership_events
    union all
    select 'researcher_workshops', workshop_id, source_url from researcher_workshops
    union all
    select 'impact_evidence', evidence_id, source_url from impact_evidence
    union all
    select 'claims', claim_id, source_url from claims
),
addresses as (
    select table_name, row_id, unnest(sources_of(sources)) as address from cited
)
select
    site_of(address) as source,
    count(distinct (table_name, row_id)) as rows,
    count(distinct address) as pages,
    array_to_string(list_sort(list(distinct replace(table_name, '_', ' '))), ', ') as tables,
    min(address) as source_url
from addresses
group by site_of(address)
order by rows desc, source
