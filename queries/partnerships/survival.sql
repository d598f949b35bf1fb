/*
question = "What share of partnerships still runs, year by year after the start?"
row      = "one partner country, and one length of time after which its curve changes"
key      = ["country", "years_after"]
chart    = { form = "survival", x = "years_after", y = "share", low = "low", high = "high", at_risk = "at_risk", colour = "country" }
finding  = { kind = "half_life", x = "years_after", value = "share", total = "at_risk", by = "country" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
kinds    = ["programme", "demonstration"]
method   = "kaplan_meier"
caveat   = "The product-limit estimate (Kaplan–Meier) with a band of 95 per cent: a partnership that still runs, or whose end is not stated, counts as long as it is known to have run. A renewed partnership is one, from its first award to its last."

[params]
usual = ["country", "programme", "strand", "subject", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year: the last day of the last one is the day of the measure, never after the date of the data; the first one does nothing; empty means the date of the data" }

[columns]
country     = { type = "VARCHAR", words = "country", label = "Partner country" }
years_after = { type = "DOUBLE", unit = "years", label = "Years after the start" }
share       = { type = "DOUBLE", unit = "%", label = "Still running" }
low         = { type = "DOUBLE", unit = "%", label = "At least", note = "lower end of the band" }
high        = { type = "DOUBLE", unit = "%", label = "At most", note = "upper end of the band" }
at_risk     = { type = "BIGINT", unit = "partnerships", label = "Observed so long", note = "partnerships known to have run until then" }
*/
select
    country,
    (seen_alive_to - begun_on + 1) / 365.25 as years_after,
    is_ended
from measured_lives($country, $programme, $years, $strand, $subject, $uk_group, $sector)
order by country, years_after, is_ended, partnership_id
