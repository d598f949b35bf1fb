/*
question = "How many links has each colour of the map?"
row      = "one partner country, programme, strand or subject"
key      = ["dimension", "code"]
chart    = { form = "table" }
finding  = { kind = "none" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "A row counts what choosing it alone would show: countries are counted whatever country is chosen, programmes whatever programme, and so on; all other filters hold. Counts are of the whole period, whatever year the map shows. What is not stated stands in no row."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]
institution = { type = "VARCHAR[]", meaning = "links with one of these institutions at either end; empty means all" }

[columns]
dimension       = { type = "VARCHAR", words = "colour", label = "Colour by" }
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
programme       = { type = "VARCHAR", words = "programme" }
strand          = { type = "VARCHAR", words = "strand" }
subject         = { type = "VARCHAR" }
links           = { type = "BIGINT", unit = "links" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
code            = { type = "VARCHAR", hidden = true }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with valued as (
    select 'country' as dimension, country as code, partnership_id, uk_id, partner_id
    from links([], $programme, $years, $strand, $subject, $uk_group, $sector)
    union all
    select 'programme' as dimension, family as code, partnership_id, uk_id, partner_id
    from links($country, [], $years, $strand, $subject, $uk_group, $sector)
    union all
    select 'strand' as dimension, strand as code, partnership_id, uk_id, partner_id
    from links($country, $programme, $years, [], $subject, $uk_group, $sector)
    union all
    select 'subject' as dimension, subject as code, partnership_id, uk_id, partner_id
    from links($country, $programme, $years, $strand, [], $uk_group, $sector)
)
select
    dimension,
    if(dimension = 'country', code, null) as country,
    if(dimension = 'programme', code, null) as programme,
    if(dimension = 'strand', code, null) as strand,
    if(dimension = 'subject', code, null) as subject,
    count(*) as links,
    count(distinct partnership_id) as partnerships,
    code,
    list(distinct partnership_id order by partnership_id) as partnership_ids
from valued
where code is not null and linked_with(uk_id, partner_id, $institution)
group by dimension, code
order by dimension, links desc, code
