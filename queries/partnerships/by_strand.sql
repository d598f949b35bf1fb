/*
question = "What kind of work do the partnerships do?"
row      = "one strand"
key      = ["strand"]
chart    = { form = "ranked_bars", label = "strand", value = "partnerships" }
finding  = { kind = "leader", label = "strand", value = "partnerships", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Each partnership stands in one strand. Planned partnerships, most of them transnational education, are not counted."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector"]

[columns]
strand          = { type = "VARCHAR", words = "strand" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
select
    coalesce(strand, 'other') as strand,
    count(*) as partnerships,
    list(partnership_id order by partnership_id) as partnership_ids
from counted($country, $programme, $years, $strand, $subject, $uk_group, $sector)
group by coalesce(strand, 'other')
order by partnerships desc, strand
