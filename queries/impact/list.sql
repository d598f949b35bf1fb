/*
question = "Which statements are these?"
row      = "one statement"
key      = ["evidence_id"]
chart    = { form = "table", title = "summary", who = ["about"], what = ["side", "aspect", "engagement_group"], when = ["date_words", "confidence"], source = "source_url" }
finding  = { kind = "none" }
reads    = ["impact_evidence", "partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Statements with their sources, shown and not counted: how many there are says nothing about how much came of the work. One that names no partnership is about a programme as a whole and stands under every programme."
needs    = ["impact_evidence"]

[params]
usual = ["country", "programme", "strand", "uk_group", "sector"]
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }
ids = { type = "VARCHAR[]", meaning = "the statements behind a mark; empty means all" }

[columns]
evidence_id      = { type = "VARCHAR", hidden = true }
summary          = { type = "VARCHAR", label = "Statement" }
side             = { type = "VARCHAR", words = "country", label = "Whose gain" }
aspect           = { type = "VARCHAR", words = "aspect" }
engagement_group = { type = "VARCHAR", words = "engagement_group", label = "Who was reached" }
about            = { type = "VARCHAR", label = "About" }
date_words       = { type = "VARCHAR", label = "When" }
confidence       = { type = "VARCHAR", words = "confidence", label = "How sure the source is" }
source_url       = { type = "VARCHAR", label = "Source" }
*/
select
    evidence_id,
    summary,
    side,
    aspect,
    engagement_group,
    coalesce(title, 'The programme as a whole') as about,
    date_words,
    confidence,
    source_url
from evidence($country, $programme, $strand, $subject, $uk_group, $sector)
where matches(evidence_id, $ids)
order by list_position(['GBR', 'PAK', 'BGD'], side), aspect, dated_earliest nulls first, evidence_id
