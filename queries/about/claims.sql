/*
question = "What was published, and what did each figure count?"
row      = "one published or targeted figure"
key      = ["claim_id"]
chart    = { form = "table", link = "source_url" }
finding  = { kind = "none" }
reads    = ["claims", "programmes"]
caveat   = "Rival figures are all kept: same figure, same country, same programme, another value. Most differ because they counted different things."

[params]
usual = ["country", "programme"]

[columns]
claim_id   = { type = "VARCHAR", hidden = true }
metric     = { type = "VARCHAR", words = "metric", label = "Figure" }
country    = { type = "VARCHAR", words = "country", note = "empty for several countries together" }
programme  = { type = "VARCHAR", words = "programme" }
qualifier  = { type = "VARCHAR", label = "Said as" }
value      = { type = "DOUBLE", label = "Value" }
unit       = { type = "VARCHAR" }
counted    = { type = "VARCHAR", label = "What it counted" }
date_words = { type = "VARCHAR", label = "When" }
kind       = { type = "VARCHAR", words = "claim_kind", label = "Published or target" }
rival      = { type = "BOOLEAN", label = "Other values were published" }
note       = { type = "VARCHAR" }
source_url = { type = "VARCHAR", label = "Source" }
first_day  = { type = "DATE", hidden = true, note = "for drawing only: the first day that the date can mean" }
*/
select
    claim_id,
    metric,
    country,
    programme,
    qualifier,
    value,
    unit,
    counted,
    date_words,
    kind,
    rival,
    note,
    source_url,
    as_of_earliest as first_day
from figures
where matches(country, $country) and matches(programme, $programme)
order by rival desc, metric, country desc nulls last, programme, as_of_latest nulls last, claim_id
