/*
question = "Which partnerships does it have a part in?"
row      = "one institution and one partnership that it has a part in"
key      = ["institution_id", "partnership_id"]
chart    = { form = "entries", title = "title", who = ["others"], what = ["country", "programme", "strand", "subject"], when = ["first_date", "last_date", "status", "confidence"], source = "source_url" }
finding  = { kind = "total", value = "partnerships", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "“Known by” and “last seen” are the dates of sources: the work may have begun earlier and gone on longer. Partnerships that are only planned stand on the page About the data."

[params]
usual = ["institution", "country", "programme", "years"]

[columns]
institution_id  = { type = "VARCHAR", hidden = true }
partnership_id  = { type = "VARCHAR", hidden = true }
title           = { type = "VARCHAR" }
others          = { type = "VARCHAR[]", label = "With", profile = "other_ids" }
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
programme       = { type = "VARCHAR", words = "programme" }
strand          = { type = "VARCHAR", words = "strand" }
subject         = { type = "VARCHAR" }
first_date      = { type = "VARCHAR", label = "From", note = "a stated start, or the first day on which a source shows it" }
last_date       = { type = "VARCHAR", label = "To", note = "a stated end, or the last day on which a source shows it" }
status          = { type = "VARCHAR", words = "status" }
confidence      = { type = "VARCHAR", words = "confidence", label = "How sure the source is" }
source_url      = { type = "VARCHAR", label = "Source", note = "addresses and documents, separated by semicolons" }
other_ids       = { type = "VARCHAR[]", hidden = true }
partnerships    = { type = "BIGINT", hidden = true, note = "one in every row" }
*/
select
    institution_id,
    partnership_id,
    title,
    [other.name for other in coalesce(others, [])] as others,
    country,
    family as programme,
    strand,
    subject,
    first_date,
    last_date,
    status,
    confidence,
    source_url,
    [other.id for other in coalesce(others, [])] as other_ids,
    1::bigint as partnerships
from counted($country, $programme, $years, [], [], [], [])
join shared_partnerships using (partnership_id)
where matches(institution_id, $institution)
order by institution_id, known_year nulls last, title, partnership_id
