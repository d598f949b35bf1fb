/*
question = "Which UK institutions hold most, and which work in both countries?"
row      = "one linked UK institution"
key      = ["institution_id"]
chart    = { form = "ranked_bars", label = "institution", value = "partnerships", mark = "both_countries", limit = 15 }
finding  = { kind = "leader", label = "institution", value = "partnerships", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Ranked by partnerships, not by links: one project with many members would otherwise lead. An institution is counted where a partner on the other side is named."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]

[columns]
institution_id  = { type = "VARCHAR", hidden = true }
institution     = { type = "VARCHAR", label = "UK institution", profile = "institution_id" }
uk_group        = { type = "VARCHAR", words = "uk_group", label = "UK group" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
in_pakistan     = { type = "BIGINT", unit = "partnerships", label = "With Pakistan" }
in_bangladesh   = { type = "BIGINT", unit = "partnerships", label = "With Bangladesh" }
both_countries  = { type = "BOOLEAN", label = "Works in both countries" }
links           = { type = "BIGINT", unit = "links" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with held as (
    select uk_id, uk_name, uk_group, partnership_id, country, count(*) as links
    from links($country, $programme, $years, $strand, $subject, $uk_group, $sector)
    group by uk_id, uk_name, uk_group, partnership_id, country
)
select
    uk_id as institution_id,
    uk_name as institution,
    uk_group,
    count(*) as partnerships,
    count(*) filter (country = 'PAK') as in_pakistan,
    count(*) filter (country = 'BGD') as in_bangladesh,
    min(country) <> max(country) as both_countries,
    sum(links)::bigint as links,
    list(partnership_id order by partnership_id) as partnership_ids
from held
group by uk_id, uk_name, uk_group
order by partnerships desc, institution, institution_id
