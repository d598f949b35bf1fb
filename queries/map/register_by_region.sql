/*
question = "Where are universities with no link found?"
row      = "one province or division"
key      = ["country", "region"]
chart    = { form = "share_bars", label = "region", value = "linked", total = "registered", facet = "country" }
finding  = { kind = "unreached", label = "region", value = "linked", total = "registered", by = "country" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot", "register"]
caveat   = "None found is not the same as no link. The register was compiled later than most links; colleges and public bodies outside it are not counted here."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group"]

[columns]
country    = { type = "VARCHAR", words = "country" }
region     = { type = "VARCHAR", label = "Province or division" }
linked     = { type = "BIGINT", unit = "institutions", label = "With a link found" }
registered = { type = "BIGINT", unit = "institutions", label = "On the register" }
none_found = { type = "BIGINT", unit = "institutions", label = "None found" }
*/
with linked as (
    select distinct partner_id as institution_id
    from links($country, $programme, $years, $strand, $subject, $uk_group, [])
)
select
    country,
    coalesce(region, 'Not stated') as region,
    count(linked.institution_id) as linked,
    count(*) as registered,
    count(*) - count(linked.institution_id) as none_found
from register
left join linked using (institution_id)
where country in ('PAK', 'BGD') and matches(country, $country)
group by country, coalesce(region, 'Not stated')
order by country desc, count(linked.institution_id) / count(*), count(*) desc, region
