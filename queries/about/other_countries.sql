/*
question = "Which partnerships of other INSPIRE countries are in the data?"
row      = "one partnership with another country"
key      = ["partnership_id"]
chart    = { form = "table", link = "source_url" }
finding  = { kind = "total", value = "partnerships", unit = "partnerships with other countries" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "They are shown here only and are in no count of the other pages."
kinds    = ["record", "programme"]

[columns]
partnership_id       = { type = "VARCHAR", hidden = true }
title                = { type = "VARCHAR" }
country              = { type = "VARCHAR", words = "country", label = "Partner country" }
programme            = { type = "VARCHAR", words = "programme" }
uk_institutions      = { type = "VARCHAR", label = "UK institutions" }
partner_institutions = { type = "VARCHAR" }
first_date           = { type = "VARCHAR", label = "From" }
last_date            = { type = "VARCHAR", label = "To" }
status               = { type = "VARCHAR", words = "status" }
confidence           = { type = "VARCHAR", words = "confidence", label = "How sure the source is" }
source_url           = { type = "VARCHAR", label = "Source" }
partnerships         = { type = "BIGINT", hidden = true, note = "one in every row" }
*/
select
    partnership_id,
    title,
    country,
    family as programme,
    uk_institutions,
    partner_institutions,
    first_date,
    last_date,
    status,
    confidence,
    source_url,
    1::bigint as partnerships
from dated_partnerships
where country not in ('PAK', 'BGD')
order by country, known_year nulls last, partnership_id
