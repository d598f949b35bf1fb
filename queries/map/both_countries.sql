/*
question = "Which UK institutions work in both countries?"
row      = "one linked UK institution in one partner country"
key      = ["institution_id", "country"]
chart    = { form = "paired_dots", label = "institution", value = "partnerships", colour = "country", limit = 15 }
finding  = { kind = "in_both", label = "institution", value = "partnerships", by = "country", mark = "both_countries", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Those that work in both countries come first, then the others by their partnerships. An institution is counted where a partner on the other side is named."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]

[columns]
institution     = { type = "VARCHAR", label = "UK institution", profile = "institution_id" }
uk_group        = { type = "VARCHAR", words = "uk_group", label = "UK group" }
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
links           = { type = "BIGINT", unit = "links" }
both_countries  = { type = "BOOLEAN", label = "Works in both countries" }
institution_id  = { type = "VARCHAR", hidden = true }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with held as (
    select
        uk_id as institution_id, uk_name as institution, uk_group, country,
        count(distinct partnership_id) as partnerships,
        count(*) as links,
        list(distinct partnership_id order by partnership_id) as partnership_ids
    from links($country, $programme, $years, $strand, $subject, $uk_group, $sector)
    group by uk_id, uk_name, uk_group, country
),
summed as (
    select
        *,
        count(*) over one_institution > 1 as both_countries,
        sum(partnerships) over one_institution as all_partnerships
    from held
    window one_institution as (partition by institution_id)
)
select
    institution,
    uk_group,
    country,
    partnerships,
    links,
    both_countries,
    institution_id,
    partnership_ids
from summed
order by both_countries desc, all_partnerships desc, institution, institution_id, country desc
