/*
question = "Which institutions are the hubs?"
row      = "one linked institution"
key      = ["institution_id"]
chart    = { form = "ranked_bars", label = "institution", value = "partners", colour = "country", limit = 15 }
finding  = { kind = "leader", label = "institution", value = "partners", unit = "linked institutions" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Ranked by the institutions on the other side that it is linked with, each counted once however many partnerships join the two. One project with many members makes a hub of each of them."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]

[columns]
institution     = { type = "VARCHAR", profile = "institution_id" }
country         = { type = "VARCHAR", words = "country" }
partners        = { type = "BIGINT", unit = "institutions", label = "Institutions linked with" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
works_with      = { type = "VARCHAR[]", words = "country", label = "Works with" }
institution_id  = { type = "VARCHAR", hidden = true }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with linked as (
    select partnership_id, country, uk_id, uk_name, partner_id, partner_name
    from links($country, $programme, $years, $strand, $subject, $uk_group, $sector)
),
ends as (
    select
        uk_id as institution_id, uk_name as institution, 'GBR' as country,
        partner_id as other_id, country as other_country, partnership_id
    from linked
    union all
    select partner_id, partner_name, country, uk_id, 'GBR', partnership_id
    from linked
)
select
    institution,
    country,
    count(distinct other_id) as partners,
    count(distinct partnership_id) as partnerships,
    list(distinct other_country order by other_country desc) as works_with,
    institution_id,
    list(distinct partnership_id order by partnership_id) as partnership_ids
from ends
group by institution, country, institution_id
order by partners desc, partnerships desc, institution, institution_id
