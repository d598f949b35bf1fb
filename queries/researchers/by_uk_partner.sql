/*
question = "Which UK institutions took part?"
row      = "one UK institution of a workshop"
key      = ["institution_id"]
chart    = { form = "ranked_bars", label = "institution", value = "workshops", limit = 10 }
finding  = { kind = "leader", label = "institution", value = "workshops", unit = "workshops" }
reads    = ["researcher_workshops", "programmes", "institutions"]
caveat   = "Workshops for researchers with a UK part, INSPIRE's or another programme's. A workshop whose UK institution is not stated is left out here."
needs    = ["researcher_workshops"]

[params]
usual = ["country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: held on at least one day of them; empty means all" }

[columns]
institution_id = { type = "VARCHAR", hidden = true }
institution    = { type = "VARCHAR", label = "UK institution", profile = "institution_id" }
uk_group       = { type = "VARCHAR", words = "uk_group", label = "UK group" }
workshops      = { type = "BIGINT", unit = "workshops" }
workshop_ids   = { type = "VARCHAR[]", hidden = true }
*/
select
    uk_institution_id as institution_id,
    uk_institution as institution,
    uk_group_of(mission_group) as uk_group,
    count(*) as workshops,
    list(workshop_id order by workshop_id) as workshop_ids
from workshops($country, $programme, $years)
where uk_institution_id is not null
group by uk_institution_id, uk_institution, uk_group_of(mission_group)
order by workshops desc, institution, institution_id
