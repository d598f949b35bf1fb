/*
question = "Which gains are stated in numbers?"
row      = "one statement with a number"
key      = ["evidence_id"]
chart    = { form = "side_by_side", group = ["side", "aspect"], value = "value", qualifier = "qualifier", unit = "unit", text = "summary", when = "date_words", source = "source_url" }
finding  = { kind = "none" }
reads    = ["impact_evidence", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Numbers as their sources state them; they count different things and are never added up. Where small numbers are protected, those under ten are left out and others are rounded to 5."
needs    = ["impact_evidence"]
kinds    = ["programme", "demonstration"]
nothing  = "No statement in this data carries a number of its own."

[params]
usual = ["country", "programme", "strand", "uk_group", "sector"]
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
evidence_id = { type = "VARCHAR", hidden = true }
side        = { type = "VARCHAR", words = "country", label = "Whose gain" }
aspect      = { type = "VARCHAR", words = "aspect" }
qualifier   = { type = "VARCHAR", label = "Said as" }
value       = { type = "DOUBLE", label = "Number", people = true }
unit        = { type = "VARCHAR", label = "Of what" }
summary     = { type = "VARCHAR", label = "Statement" }
date_words  = { type = "VARCHAR", label = "When" }
source_url  = { type = "VARCHAR", label = "Source" }
*/
select
    evidence_id,
    side,
    aspect,
    if(guarded(), 'about', '') as qualifier,
    people(value, false)::double as value,
    unit,
    summary,
    date_words,
    source_url
from evidence($country, $programme, $strand, $subject, $uk_group, $sector)
where people(value, false) is not null
order by list_position(['GBR', 'PAK', 'BGD'], side), aspect, unit, evidence_id
