/*
question = "Which workshops for researchers did it host or help to hold?"
row      = "one institution and one workshop"
key      = ["institution_id", "workshop_id"]
chart    = { form = "entries", title = "name", who = ["part", "other"], what = ["discipline", "participants"], when = ["date_words", "city"], source = "source_url" }
finding  = { kind = "total", value = "workshops", unit = "workshops" }
reads    = ["researcher_workshops", "institutions", "programmes", "snapshot"]
caveat   = "Workshops of Pakistan and Bangladesh that name it as their host or as their UK partner. Where small numbers are protected, this list leaves head counts out."

[params]
usual = ["institution", "country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: held on at least one day of them; empty means all" }

[columns]
institution_id = { type = "VARCHAR", hidden = true }
workshop_id    = { type = "VARCHAR", hidden = true }
name           = { type = "VARCHAR", label = "Workshop" }
part           = { type = "VARCHAR", words = "workshop_part", label = "Its part" }
other          = { type = "VARCHAR", label = "With", profile = "other_id" }
date_words     = { type = "VARCHAR", label = "When" }
city           = { type = "VARCHAR", label = "Where" }
discipline     = { type = "VARCHAR" }
participants   = { type = "BIGINT", unit = "people", people = true, note = "empty where no source states it" }
source_url     = { type = "VARCHAR", label = "Source" }
other_id       = { type = "VARCHAR", hidden = true }
workshops      = { type = "BIGINT", hidden = true, note = "one in every row" }
*/
select
    institution_id,
    workshop_id,
    name,
    part,
    if(part = 'host', uk_institution, host) as other,
    coalesce(date_in_words(start_earliest, start_precision), 'no date') as date_words,
    city,
    discipline,
    if(guarded(), null, participants) as participants,
    source_url,
    if(part = 'host', uk_institution_id, host_institution_id) as other_id,
    1::bigint as workshops
from workshops($country, $programme, $years)
join workshop_parts using (workshop_id)
where matches(institution_id, $institution)
order by institution_id, held_from nulls last, workshop_id
