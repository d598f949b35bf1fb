/*
question = "In which disciplines were workshops held?"
row      = "one discipline"
key      = ["discipline"]
chart    = { form = "ranked_bars", label = "discipline", value = "workshops", limit = 12 }
finding  = { kind = "leader", label = "discipline", value = "workshops", unit = "workshops" }
reads    = ["researcher_workshops", "programmes", "institutions"]
caveat   = "Workshops for researchers with a UK part, INSPIRE's or another programme's. A workshop of several disciplines counts in each."
needs    = ["researcher_workshops"]

[params]
usual = ["country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: held on at least one day of them; empty means all" }

[columns]
discipline    = { type = "VARCHAR" }
workshops     = { type = "BIGINT", unit = "workshops" }
in_pakistan   = { type = "BIGINT", unit = "workshops", label = "For Pakistan" }
in_bangladesh = { type = "BIGINT", unit = "workshops", label = "For Bangladesh" }
workshop_ids  = { type = "VARCHAR[]", hidden = true }
*/
with each_discipline as (
    select
        workshop_id,
        country,
        unnest(list_distinct(string_split(lower(coalesce(discipline, 'not stated')), '; '))) as one
    from workshops($country, $programme, $years)
)
select
    upper(one[1]) || one[2:] as discipline,
    count(*) as workshops,
    count(*) filter (country = 'PAK') as in_pakistan,
    count(*) filter (country = 'BGD') as in_bangladesh,
    list(workshop_id order by workshop_id) as workshop_ids
from each_discipline
group by one
order by workshops desc, discipline
