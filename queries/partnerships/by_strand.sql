/*
question = "What kind of work do the partnerships do?"
row      = "one strand"
key      = ["strand"]
chart    = { form = "ranked_bars", label = "strand", value = "partnerships" }
finding  = { kind = "leader", label = "strand", value = "partnerships", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "Each partnership stands in one strand. Planned partnerships, most of them transnational education, are not counted."

[params]
country   = { type = "VARCHAR[]", meaning = "partner countries, ISO alpha-3; empty means all" }
programme = { type = "VARCHAR[]", meaning = "families of programmes; empty means all" }
years     = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: shown active on at least one day of them; empty means all" }
strand    = { type = "VARCHAR[]", meaning = "strands; empty means all" }
subject   = { type = "VARCHAR[]", meaning = "subjects; empty means all" }
uk_group  = { type = "VARCHAR[]", meaning = "groups of UK universities: any UK member in one of them; empty means all" }
sector    = { type = "VARCHAR[]", meaning = "sectors of the partner institutions: any partner in one of them; empty means all" }

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
