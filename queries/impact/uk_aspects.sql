/*
question = "What did the UK gain, under the three aspects?"
row      = "one statement of a gain of the UK"
key      = ["evidence_id"]
chart    = { form = "cards", group = "aspect", title = "title", text = "summary", details = ["date_words"], source = "source_url" }
finding  = { kind = "covered", by = "aspect", what = ["research_data_access", "student_recruitment", "social_return"], of = "aspects" }
reads    = ["impact_evidence", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "At most three under each head, the surest and newest; all of them stand in the list. Statements with their sources, shown and not counted: how many there are says nothing about how much came of the work. One that names no partnership is about a programme as a whole and stands under every programme and country. The three aspects are those of the programme's own impact reports."
needs    = ["impact_evidence"]

[params]
usual = ["country", "programme", "strand", "uk_group", "sector"]
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
evidence_id = { type = "VARCHAR", hidden = true }
aspect      = { type = "VARCHAR", words = "aspect" }
title       = { type = "VARCHAR", label = "About" }
summary     = { type = "VARCHAR", label = "Statement" }
date_words  = { type = "VARCHAR", label = "When" }
confidence  = { type = "VARCHAR", words = "confidence", label = "How sure the source is" }
source_url  = { type = "VARCHAR", label = "Source" }
*/
select
    evidence_id,
    aspect,
    coalesce(title || ', ' || country_in_words(country), 'The programme as a whole') as title,
    summary,
    date_words,
    confidence,
    source_url
from surest_evidence($country, $programme, $strand, $subject, $uk_group, $sector)
where side = 'GBR' and aspect in ('research_data_access', 'student_recruitment', 'social_return')
qualify row_number() over (partition by aspect order by place) <= 3
order by list_position(['research_data_access', 'student_recruitment', 'social_return'], aspect), dated_earliest nulls first, evidence_id
