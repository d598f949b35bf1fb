/*
question = "Which partnerships are only planned?"
row      = "one planned partnership with Pakistan or Bangladesh"
key      = ["partnership_id"]
chart    = { form = "table", link = "source_url" }
finding  = { kind = "total", value = "planned", unit = "planned partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Talks, an agreement in principle or an approval not yet final. They are in no count."

[params]
usual = ["country", "programme", "strand", "subject", "uk_group", "sector"]

[columns]
partnership_id       = { type = "VARCHAR", hidden = true }
title                = { type = "VARCHAR" }
country              = { type = "VARCHAR", words = "country", label = "Partner country" }
strand               = { type = "VARCHAR", words = "strand" }
subject              = { type = "VARCHAR" }
uk_institutions      = { type = "VARCHAR", label = "UK institutions" }
partner_institutions = { type = "VARCHAR" }
reported             = { type = "VARCHAR", label = "Reported" }
confidence           = { type = "VARCHAR", words = "confidence", label = "How sure the source is" }
source_url           = { type = "VARCHAR", label = "Source" }
planned              = { type = "BIGINT", hidden = true, note = "one in every row" }
*/
select
    partnership_id,
    title,
    country,
    strand,
    subject,
    uk_institutions,
    partner_institutions,
    reported,
    confidence,
    source_url,
    1::bigint as planned
from planned($country, $programme, $strand, $subject, $uk_group, $sector)
order by reported_day nulls last, title, partnership_id
