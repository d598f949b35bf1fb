/*
question = "Which funding followed?"
row      = "one subject"
key      = ["subject"]
chart    = { form = "ranked_bars", label = "subject", value = "follow_on_gbp" }
finding  = { kind = "followed", value = "follow_on_gbp", total = "partnerships", whole = "of_partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Pounds of further funding, as the partnerships state it; one that states none is counted apart and never as nought."
kinds    = ["programme", "demonstration"]
nothing  = "No partnership in this data states a sum that followed its award."

[params]
usual = ["country", "programme", "years", "strand", "uk_group", "sector"]
subject = { type = "VARCHAR[]", meaning = "subjects of the partnership; empty means all" }

[columns]
subject         = { type = "VARCHAR" }
follow_on_gbp   = { type = "BIGINT", unit = "pounds", label = "Funding that followed" }
partnerships    = { type = "BIGINT", unit = "partnerships", label = "Partnerships that state a sum" }
of_partnerships = { type = "BIGINT", unit = "partnerships", label = "Of" }
award_gbp       = { type = "BIGINT", unit = "pounds", label = "Their own awards", note = "of the same partnerships, where stated" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with stated as (
    select counted_ones.partnership_id, coalesce(counted_ones.subject, 'Not stated') as subject, follow_on_gbp, award_gbp
    from counted($country, $programme, $years, $strand, $subject, $uk_group, $sector) as counted_ones
    join partnerships using (partnership_id)
)
select
    subject,
    sum(follow_on_gbp)::bigint as follow_on_gbp,
    count(follow_on_gbp) as partnerships,
    count(*) as of_partnerships,
    (sum(award_gbp) filter (follow_on_gbp is not null))::bigint as award_gbp,
    coalesce(list(partnership_id order by partnership_id) filter (follow_on_gbp is not null), []) as partnership_ids
from stated
group by subject
qualify sum(count(follow_on_gbp)) over () > 0
order by follow_on_gbp desc nulls last, subject
