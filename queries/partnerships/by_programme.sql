/*
question = "Which programme or funder stands behind them?"
row      = "one family of programmes"
key      = ["programme"]
chart    = { form = "ranked_bars", label = "programme", value = "partnerships" }
finding  = { kind = "leader", label = "programme", value = "partnerships", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "A partnership stands under the programme that its source names; where none is named, it was agreed by the institutions themselves or its funding is not stated."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]

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
