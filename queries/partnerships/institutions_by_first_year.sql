/*
question = "Who is new, and who comes back?"
row      = "one calendar year, and new or returning"
key      = ["year", "arrival"]
chart    = { form = "columns", x = "year", y = "institutions", colour = "arrival" }
finding  = { kind = "arrivals", value = "institutions", by = "arrival" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "An institution is new in the first year by which one of its linked partnerships is known, and returns in each later year that brings another. What sources were found decides the years."

[params]
usual = ["country", "programme", "strand", "subject", "uk_group", "sector"]

[columns]
year                 = { type = "BIGINT", unit = "calendar year" }
arrival              = { type = "VARCHAR", words = "arrival", label = "New or returning" }
institutions         = { type = "BIGINT", unit = "institutions" }
uk_institutions      = { type = "BIGINT", unit = "institutions", label = "In the UK" }
partner_institutions = { type = "BIGINT", unit = "institutions", label = "In the partner country" }
institution_ids      = { type = "VARCHAR[]", hidden = true }
*/
with linked as (
    select known_year, uk_id, partner_id
    from links($country, $programme, [], $strand, $subject, $uk_group, $sector)
    where known_year is not null
),
appearances as (
    select distinct known_year as year, uk_id as institution_id, 'uk' as side from linked
    union
    select distinct known_year, partner_id, 'partner' from linked
),
placed as (
    select *, if(year = min(year) over (partition by institution_id), 'new', 'returning') as arrival from appearances
)
select
    year,
    arrival,
    count(*) as institutions,
    count(*) filter (side = 'uk') as uk_institutions,
    count(*) filter (side = 'partner') as partner_institutions,
    list(institution_id order by institution_id) as institution_ids
from placed
group by year, arrival
order by year, arrival
