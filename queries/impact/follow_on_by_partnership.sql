/*
question = "After which partnerships did funding follow?"
row      = "one partnership that states a sum"
key      = ["partnership_id"]
chart    = { form = "ranked_bars", label = "title", value = "follow_on_gbp", colour = "country", limit = 12 }
finding  = { kind = "none" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Pounds of further funding, as the partnerships state it; one that states none is counted apart and never as nought."
kinds    = ["programme", "demonstration"]
nothing  = "No partnership in this data states a sum that followed its award."

[params]
usual = ["country", "programme", "years", "strand", "uk_group", "sector"]
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
partnership_id  = { type = "VARCHAR", hidden = true }
title           = { type = "VARCHAR", label = "Partnership" }
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
subject         = { type = "VARCHAR" }
follow_on_gbp   = { type = "BIGINT", unit = "pounds", label = "Funding that followed" }
award_gbp       = { type = "BIGINT", unit = "pounds", label = "Its own award" }
source_url      = { type = "VARCHAR", label = "Source" }
partnerships    = { type = "BIGINT", hidden = true, note = "one in every row" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
select
    partnership_id,
    counted_ones.title,
    counted_ones.country,
    counted_ones.subject,
    follow_on_gbp,
    award_gbp,
    counted_ones.source_url,
    1::bigint as partnerships,
    [partnership_id] as partnership_ids
from counted($country, $programme, $years, $strand, $subject, $uk_group, $sector) as counted_ones
join partnerships using (partnership_id)
where follow_on_gbp is not null
order by follow_on_gbp desc, title, partnership_id
