/*
question = "Which workshops for researchers can be shown?"
row      = "one workshop"
key      = ["workshop_id"]
chart    = { form = "strip", x = "first_day", x_text = "date_words", label = "name", size = "participants", lane = "country", title = "name", who = ["uk_institution", "host"], what = ["country", "programme", "discipline"], when = ["date_words", "city", "place_country", "participants", "confidence"], source = "source_url" }
finding  = { kind = "events", by = "country", participants = "participants", date = "first_day" }
reads    = ["researcher_workshops", "programmes", "institutions", "snapshot"]
caveat   = "Workshops for researchers with a UK part, INSPIRE's or another programme's. Where small numbers are protected, this list leaves head counts out."
needs    = ["researcher_workshops"]

[params]
usual = ["country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: held on at least one day of them; empty means all" }
ids = { type = "VARCHAR[]", meaning = "the workshops behind a mark; empty means all" }

[columns]
workshop_id     = { type = "VARCHAR", hidden = true }
country         = { type = "VARCHAR", words = "country", label = "For" }
name            = { type = "VARCHAR", label = "Workshop" }
programme       = { type = "VARCHAR", words = "programme" }
date_words      = { type = "VARCHAR", label = "When" }
city            = { type = "VARCHAR", label = "Where" }
place_country   = { type = "VARCHAR", words = "country", label = "Country" }
host            = { type = "VARCHAR", profile = "host_id" }
uk_institution  = { type = "VARCHAR", label = "UK institution", profile = "uk_id" }
discipline      = { type = "VARCHAR" }
participants    = { type = "BIGINT", unit = "people", people = true, note = "empty where no source states it" }
women           = { type = "BIGINT", unit = "women", people = true, note = "empty where no source states it" }
master_trainers = { type = "BIGINT", unit = "people", people = true, label = "Trained to train others" }
confidence      = { type = "VARCHAR", words = "confidence", label = "How sure the source is" }
source_url      = { type = "VARCHAR", label = "Source" }
first_day       = { type = "DATE", hidden = true, note = "for drawing only: the first day that the date can mean" }
host_id         = { type = "VARCHAR", hidden = true }
uk_id           = { type = "VARCHAR", hidden = true }
*/
select
    workshop_id,
    country,
    name,
    family as programme,
    coalesce(date_in_words(start_earliest, start_precision), 'no date') as date_words,
    city,
    place_country,
    host,
    uk_institution,
    discipline,
    if(guarded(), null, participants) as participants,
    if(guarded(), null, women) as women,
    if(guarded(), null, master_trainers) as master_trainers,
    confidence,
    source_url,
    start_earliest as first_day,
    host_institution_id as host_id,
    uk_institution_id as uk_id
from workshops($country, $programme, $years)
where matches(workshop_id, $ids)
order by start_earliest nulls last, workshop_id
