/*
question = "How many institutions were said to be in partnerships, and when?"
row      = "one published figure"
key      = ["claim_id"]
chart    = { form = "dots_by_date", x = "first_day", x_text = "date_words", y = "value", label = "counted", colour = "metric" }
finding  = { kind = "none" }
reads    = ["claims", "programmes"]
caveat   = "Figures of one name and one country that differ: they counted other programmes, other places or other times, as the words beside each say."
claim_metric = "uk_institutions_in_partnerships"
kinds    = ["record", "programme"]
needs    = ["claims"]

[params]
usual = ["country", "programme"]

[columns]
claim_id   = { type = "VARCHAR", hidden = true }
metric     = { type = "VARCHAR", words = "metric", label = "Figure" }
country    = { type = "VARCHAR", words = "country" }
qualifier  = { type = "VARCHAR", label = "Said as" }
value      = { type = "DOUBLE", unit = "institutions", label = "Institutions" }
counted    = { type = "VARCHAR", label = "What it counted" }
date_words = { type = "VARCHAR", label = "When" }
programme  = { type = "VARCHAR", words = "programme" }
source_url = { type = "VARCHAR", label = "Source" }
first_day  = { type = "DATE", hidden = true, note = "for drawing only: the first day that the date can mean" }
*/
select
    claim_id,
    metric,
    country,
    qualifier,
    value,
    country_in_words(country) || if(qualifier <> '', ', “' || qualifier || '”: ', ': ') || counted as counted,
    date_words,
    programme,
    source_url,
    as_of_earliest as first_day
from figures
where kind = 'published'
    and country in ('PAK', 'BGD')
    and metric in ('uk_institutions_in_partnerships', 'partner_institutions_in_partnerships')
    and matches(country, $country)
    and matches(programme, $programme)
order by country desc, metric desc, as_of_earliest nulls last, claim_id
