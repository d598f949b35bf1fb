/*
question = "Which programme or funder stands behind them?"
row      = "one family of programmes"
key      = ["programme"]
chart    = { form = "ranked_bars", label = "programme", value = "partnerships" }
finding  = { kind = "leader", label = "programme", value = "partnerships", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "A partnership stands under the programme that its source names; where none is named, it was agreed by the institutions themselves or its funding is not stated."

[params]
country   = { type = "VARCHAR[]", meaning = "partner countries, ISO alpha-3; empty means all" }
programme = { type = "VARCHAR[]", meaning = "families of programmes; empty means all" }
years     = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: shown active on at least one day of them; empty means all" }
strand    = { type = "VARCHAR[]", meaning = "strands; empty means all" }
subject   = { type = "VARCHAR[]", meaning = "subjects; empty means all" }
uk_group  = { type = "VARCHAR[]", meaning = "groups of UK universities: any UK member in one of them; empty means all" }
sector    = { type = "VARCHAR[]", meaning = "sectors of the partner institutions: any partner in one of them; empty means all" }

[columns]
programme       = { type = "VARCHAR", words = "programme" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
programme_names = { type = "VARCHAR", label = "Programmes in it" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
select
    family as programme,
    count(*) as partnerships,
    string_agg(distinct programme_name, '; ' order by programme_name) as programme_names,
    list(partnership_id order by partnership_id) as partnership_ids
from counted($country, $programme, $years, $strand, $subject, $uk_group, $sector)
group by family
order by partnerships desc, programme
