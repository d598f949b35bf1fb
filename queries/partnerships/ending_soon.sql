/*
question = "Which partnerships come to an end in the next twelve months?"
row      = "one partnership whose money or agreement ends within twelve months after the date of the data"
key      = ["partnership_id"]
chart    = { form = "table", title = "title", who = ["uk_institutions", "partner_institutions"], what = ["country", "programme", "strand"], when = ["funding_ends", "partnership_ends", "status"], source = "source_url" }
finding  = { kind = "total", value = "partnerships", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Counted from the date of the data, whichever years are chosen; the earlier of the two days puts a partnership in its place."
nothing  = "No partnership has a stated end, of its money or its agreement, in the next twelve months."

[params]
usual = ["country", "programme", "strand", "subject", "uk_group", "sector"]

[columns]
partnership_id       = { type = "VARCHAR", hidden = true }
title                = { type = "VARCHAR" }
country              = { type = "VARCHAR", words = "country", label = "Partner country" }
programme            = { type = "VARCHAR", words = "programme" }
strand               = { type = "VARCHAR", words = "strand" }
uk_institutions      = { type = "VARCHAR", label = "UK institutions" }
partner_institutions = { type = "VARCHAR" }
funding_ends         = { type = "VARCHAR", label = "Funding ends" }
partnership_ends     = { type = "VARCHAR", label = "Partnership ends" }
status               = { type = "VARCHAR", words = "status" }
source_url           = { type = "VARCHAR", label = "Source", note = "addresses and documents, separated by semicolons" }
partnerships         = { type = "BIGINT", hidden = true, note = "one in every row" }
partnership_ids      = { type = "VARCHAR[]", hidden = true }
*/
with ends as (
    select
        partnership_id,
        funded_to_latest as money_day,
        partnerships.end_latest as end_day,
        funded_to_precision as money_precision,
        partnerships.end_precision,
        as_of,
        as_of + interval 12 months as horizon
    from partnerships
    cross join snapshot
)
select
    partnership_id,
    title,
    country,
    family as programme,
    strand,
    uk_institutions,
    partner_institutions,
    if(money_day > as_of and money_day <= horizon, ending_in_words(money_day, money_precision, as_of), null) as funding_ends,
    if(end_day > as_of and end_day <= horizon, ending_in_words(end_day, end_precision, as_of), null) as partnership_ends,
    status,
    source_url,
    1::bigint as partnerships,
    [partnership_id] as partnership_ids
from counted($country, $programme, [], $strand, $subject, $uk_group, $sector)
join ends using (partnership_id)
where funding_ends is not null or partnership_ends is not null
order by
    least(if(funding_ends is null, null, money_day), if(partnership_ends is null, null, end_day)), title, partnership_id
