/*
question = "How many of the awards that ended were renewed?"
row      = "one partner country"
key      = ["country"]
chart    = { form = "share_bars", label = "country", value = "renewed", total = "awards_ended" }
finding  = { kind = "lasting", value = "renewed", total = "awards_ended", by = "country", what = "were renewed by a later award" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
kinds    = ["programme", "demonstration"]
caveat   = "An award has ended when its money has, or where that is not stated, on its stated end. It is renewed when a later award names it. Awards that renew each other are one partnership."

[params]
usual = ["country", "programme", "strand", "subject", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year: the last day of the last one is the day of the measure, never after the date of the data; the first one does nothing; empty means the date of the data" }

[columns]
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
renewed         = { type = "BIGINT", unit = "awards", label = "Renewed" }
awards_ended    = { type = "BIGINT", unit = "awards", label = "Of the awards that ended" }
chains          = { type = "BIGINT", unit = "partnerships", label = "Partnerships in them", note = "awards that renew each other are one partnership" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
select
    country,
    count(*) filter (is_renewed) as renewed,
    count(*) as awards_ended,
    count(distinct first_award) filter (is_renewed) as chains,
    coalesce(list(partnership_id order by partnership_id) filter (is_renewed), []) as partnership_ids
from measured_awards($country, $programme, $years, $strand, $subject, $uk_group, $sector)
where is_award_over
group by country
order by country desc
