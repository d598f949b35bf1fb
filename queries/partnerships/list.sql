/*
question = "Which partnerships are these?"
row      = "one partnership"
key      = ["partnership_id"]
chart    = { form = "table", title = "title", who = ["uk_institutions", "partner_institutions"], what = ["country", "programme", "strand", "subject"], when = ["first_date", "last_date", "status", "confidence"], source = "source_url" }
finding  = { kind = "total", value = "partnerships", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "“Known by” and “last seen” are the dates of sources: the work may have begun earlier and gone on longer."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]
ids = { type = "VARCHAR[]", meaning = "partnership_id of the rows behind a mark; empty means all" }

[columns]
partnership_id       = { type = "VARCHAR", hidden = true }
title                = { type = "VARCHAR" }
country              = { type = "VARCHAR", words = "country", label = "Partner country" }
programme            = { type = "VARCHAR", words = "programme" }
strand               = { type = "VARCHAR", words = "strand" }
subject              = { type = "VARCHAR" }
uk_institutions      = { type = "VARCHAR[]", label = "UK institutions", profile = "uk_ids" }
partner_institutions = { type = "VARCHAR[]", profile = "partner_ids" }
first_date           = { type = "VARCHAR", label = "From", note = "a stated start, or the first day on which a source shows it" }
last_date            = { type = "VARCHAR", label = "To", note = "a stated end, or the last day on which a source shows it" }
status               = { type = "VARCHAR", words = "status", note = "“Not known” where no source of 2024 or later shows it" }
confidence           = { type = "VARCHAR", words = "confidence", label = "How sure the source is" }
source_url           = { type = "VARCHAR", label = "Source", note = "addresses and documents, separated by semicolons" }
partnerships         = { type = "BIGINT", hidden = true, note = "one in every row" }
partnership_ids      = { type = "VARCHAR[]", hidden = true }
uk_ids               = { type = "VARCHAR[]", hidden = true }
partner_ids          = { type = "VARCHAR[]", hidden = true }
*/
select
    partnership_id,
    title,
    country,
    family as programme,
    strand,
    subject,
    coalesce(uk_names, []) as uk_institutions,
    coalesce(partner_names, []) as partner_institutions,
    first_date,
    last_date,
    status,
    confidence,
    source_url,
    1::bigint as partnerships,
    [partnership_id] as partnership_ids,
    coalesce(uk_ids, []) as uk_ids,
    coalesce(partner_ids, []) as partner_ids
from counted($country, $programme, $years, $strand, $subject, $uk_group, $sector)
left join partnership_sides using (partnership_id)
where matches(partnership_id, $ids)
order by known_year nulls last, country, title, partnership_id
