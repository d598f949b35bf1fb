/*
question = "Where do published figures differ, and what did each count?"
row      = "one published figure that differs from another of its name, country and programme"
key      = ["claim_id"]
chart    = { form = "side_by_side", group = ["metric", "country", "programme"], value = "value", qualifier = "qualifier", unit = "unit", text = "counted", when = "date_words", source = "source_url" }
finding  = { kind = "none" }
reads    = ["claims", "programmes"]
caveat   = "Figures that bear one name, for one country and programme, with different values. Most differ because they counted different groups or times: read what each counted. Figures of single events and parts of a sum are left out."
kinds    = ["record", "programme"]
needs    = ["claims"]

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
source_url = { type = "VARCHAR", label = "Source" }
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
    source_url
from figures
where rival and matches(country, $country) and matches(programme, $programme)
order by metric, country desc nulls last, programme_id nulls last, as_of_latest nulls last, claim_id
