/*
question = "How many partnerships do public sources show?"
row      = "one partner country"
key      = ["country"]
chart    = { form = "sentence" }
finding  = { kind = "base", value = "partnerships", by = "country", total = "all_partnerships", uk = "all_uk_institutions", partner = "all_partner_institutions", planned = "all_planned" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "At least: what public sources show. Planned partnerships are not counted. An institution is counted where it is linked across the two sides."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]

[columns]
country                  = { type = "VARCHAR", words = "country", label = "Partner country" }
partnerships             = { type = "BIGINT", unit = "partnerships" }
uk_institutions          = { type = "BIGINT", unit = "institutions", label = "UK institutions" }
partner_institutions     = { type = "BIGINT", unit = "institutions" }
planned                  = { type = "BIGINT", unit = "partnerships", note = "only planned, not counted; not narrowed by years" }
all_partnerships         = { type = "BIGINT", hidden = true, label = "Partnerships, both countries" }
all_uk_institutions      = { type = "BIGINT", hidden = true, label = "UK institutions, both countries", note = "an institution that works in both countries counts once" }
all_partner_institutions = { type = "BIGINT", hidden = true, label = "Partner institutions, both countries" }
all_planned              = { type = "BIGINT", hidden = true, label = "Planned, both countries" }
partnership_ids          = { type = "VARCHAR[]", hidden = true }
*/
with base as (
    select country, count(*) as partnerships, list(partnership_id order by partnership_id) as partnership_ids
    from counted($country, $programme, $years, $strand, $subject, $uk_group, $sector)
    group by country
),
linked as (
    select country, count(distinct uk_id) as uk_institutions, count(distinct partner_id) as partner_institutions
    from links($country, $programme, $years, $strand, $subject, $uk_group, $sector)
    group by grouping sets ((country), ())
),
only_planned as (
    select country, count(*) as planned
    from planned($country, $programme, $strand, $subject, $uk_group, $sector)
    group by grouping sets ((country), ())
)
select
    country,
    partnerships,
    coalesce(linked.uk_institutions, 0) as uk_institutions,
    coalesce(linked.partner_institutions, 0) as partner_institutions,
    coalesce(only_planned.planned, 0) as planned,
    sum(partnerships) over ()::bigint as all_partnerships,
    whole.uk_institutions as all_uk_institutions,
    whole.partner_institutions as all_partner_institutions,
    all_planned.planned as all_planned,
    partnership_ids
from base
left join linked using (country)
left join only_planned using (country)
cross join (from linked where country is null) as whole
cross join (from only_planned where country is null) as all_planned
order by partnerships desc, country
