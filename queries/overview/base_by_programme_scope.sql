/*
question = "How many of the partnerships are INSPIRE's?"
row      = "one choice of the switch: all UK links, or INSPIRE only"
key      = ["scope"]
chart    = { form = "sentence" }
finding  = { kind = "none" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
kinds    = ["record"]
caveat   = "At least: what public sources show. Planned partnerships are not counted."

[params]
usual = ["country", "years", "strand", "subject", "uk_group", "sector"]

[columns]
scope           = { type = "VARCHAR", words = "scope", label = "Which links" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with base as (
    select partnership_id, family from counted($country, [], $years, $strand, $subject, $uk_group, $sector)
)
select
    unnest(['all', 'inspire']) as scope,
    unnest([count(*), count(*) filter (family = 'inspire')]) as partnerships,
    unnest([
        list(partnership_id order by partnership_id),
        coalesce(list(partnership_id order by partnership_id) filter (family = 'inspire'), [])
    ]) as partnership_ids
from base
having count(*) > 0
order by scope
