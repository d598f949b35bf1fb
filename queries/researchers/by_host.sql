/*
question = "Which institutions hosted workshops?"
row      = "one institution that hosted a workshop"
key      = ["institution_id"]
chart    = { form = "ranked_bars", label = "institution", value = "workshops", limit = 10 }
finding  = { kind = "leader", label = "institution", value = "workshops", unit = "workshops" }
reads    = ["researcher_workshops", "programmes", "institutions"]
caveat   = "Workshops for researchers with a UK part, INSPIRE's or another programme's. A workshop whose host is not stated is left out here."
needs    = ["researcher_workshops"]

[params]
usual = ["country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: held on at least one day of them; empty means all" }

[columns]
institution_id = { type = "VARCHAR", hidden = true }
institution    = { type = "VARCHAR", label = "Host", profile = "institution_id" }
sector         = { type = "VARCHAR", words = "sector" }
workshops      = { type = "BIGINT", unit = "workshops" }
workshop_ids   = { type = "VARCHAR[]", hidden = true }
*/
select
    host_institution_id as institution_id,
    host as institution,
    sector_of(sector) as sector,
    count(*) as workshops,
    list(workshop_id order by workshop_id) as workshop_ids
from workshops($country, $programme, $years)
where host_institution_id is not null
group by host_institution_id, host, sector_of(sector)
order by workshops desc, institution, institution_id
