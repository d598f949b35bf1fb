/*
question = "How many are sustained after their funding ended?"
row      = "one partner country and one strand, of the awards whose money has ended"
key      = ["country", "strand"]
chart    = { form = "share_bars", label = "strand", value = "sustained", total = "funding_ended", facet = "country" }
finding  = { kind = "lasting", value = "sustained", total = "funding_ended", by = "country", what = "are still active or renewed after their funding ended" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
kinds    = ["programme", "demonstration"]
caveat   = "Counted are the awards whose last day of money is stated and past. Sustained: still active on the day of the measure, or renewed by a later award by then; the renewal then counts for itself once its own money has ended."

[params]
usual = ["country", "programme", "strand", "subject", "uk_group", "sector"]
years = { type = "INTEGER[]", meaning = "first and last calendar year: the last day of the last one is the day of the measure, never after the date of the data; the first one does nothing; empty means the date of the data" }

[columns]
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
strand          = { type = "VARCHAR", words = "strand" }
sustained       = { type = "BIGINT", unit = "partnerships", label = "Sustained" }
funding_ended   = { type = "BIGINT", unit = "partnerships", label = "Of those whose funding has ended" }
renewed         = { type = "BIGINT", unit = "partnerships", label = "Of the sustained, renewed" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
select
    country,
    coalesce(strand, 'other') as strand,
    count(*) filter (is_sustained) as sustained,
    count(*) as funding_ended,
    count(*) filter (is_sustained and is_renewed) as renewed,
    coalesce(list(partnership_id order by partnership_id) filter (is_sustained), []) as partnership_ids
from measured_awards($country, $programme, $years, $strand, $subject, $uk_group, $sector)
where is_money_over
group by all
order by country desc, funding_ended desc, strand
