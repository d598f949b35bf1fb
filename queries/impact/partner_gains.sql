/*
question = "What did Pakistan and Bangladesh gain?"
row      = "one statement of a gain in Pakistan or Bangladesh"
key      = ["evidence_id"]
chart    = { form = "cards", group = ["side", "aspect"], title = "title", text = "summary", details = ["date_words"], source = "source_url" }
finding  = { kind = "none" }
reads    = ["impact_evidence", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "At most three under each head, the surest and newest; all of them stand in the list. Statements with their sources, shown and not counted: how many there are says nothing about how much came of the work. One that names no partnership is about a programme as a whole and stands under every programme. The same statement may stand under those who were reached."
needs    = ["impact_evidence"]

[params]
usual = ["country", "programme", "strand", "uk_group", "sector"]
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
evidence_id = { type = "VARCHAR", hidden = true }
side        = { type = "VARCHAR", words = "country", label = "In" }
aspect      = { type = "VARCHAR", words = "aspect" }
title       = { type = "VARCHAR", label = "About" }
summary     = { type = "VARCHAR", label = "Statement" }
date_words  = { type = "VARCHAR", label = "When" }
confidence  = { type = "VARCHAR", words = "confidence", label = "How sure the source is" }
source_url  = { type = "VARCHAR", label = "Source" }
*/
select
    evidence_id,
    side,
    aspect,
    coalesce(title, 'The programme as a whole') as title,
    summary,
    date_words,
    confidence,
    source_url
from surest_evidence($country, $programme, $strand, $subject, $uk_group, $sector)
where side in ('PAK', 'BGD')
qualify row_number() over (partition by side, aspect order by place) <= 3
order by side desc, list_position(['policy_influence', 'capacity', 'funding_prospects'], aspect) nulls last, aspect, dated_earliest nulls first, evidence_id
