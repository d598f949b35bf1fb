/*
question = "What was published about training researchers, and what did each figure count?"
row      = "one published or targeted figure"
key      = ["claim_id"]
chart    = { form = "side_by_side", group = ["country", "metric"], value = "value", qualifier = "qualifier", unit = "unit", text = "counted", when = "date_words", source = "source_url" }
finding  = { kind = "none" }
reads    = ["claims", "programmes"]
caveat   = "Figures as published; “about”, “over” and “up to” are the source's. Figures that look alike often count different things: read what each counted."
needs    = ["claims"]
kinds    = ["record"]

[params]
usual = ["country", "programme"]

[columns]
claim_id   = { type = "VARCHAR", hidden = true }
country    = { type = "VARCHAR", words = "country" }
metric     = { type = "VARCHAR", words = "metric", label = "Figure" }
qualifier  = { type = "VARCHAR", label = "Said as" }
value      = { type = "DOUBLE", label = "Value" }
unit       = { type = "VARCHAR" }
counted    = { type = "VARCHAR", label = "What it counted" }
date_words = { type = "VARCHAR", label = "When" }
note       = { type = "VARCHAR" }
source_url = { type = "VARCHAR", label = "Source" }
*/
select * exclude (kind, as_of_latest)
from reported('researcher_exchange', $country, $programme)
order by country desc, metric, as_of_latest nulls last, claim_id
