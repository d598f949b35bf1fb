/*
question = "Which institutions are these?"
row      = "one institution"
key      = ["institution_id"]
chart    = { form = "entries", title = "name", who = ["place"], what = ["country", "kind", "sector"], when = ["partnerships"], source = "source_url" }
finding  = { kind = "total", value = "institutions", unit = "institutions" }
reads    = ["institutions", "partnerships", "partnership_members", "programmes", "snapshot"]
caveat   = "Partnerships are all that are counted with Pakistan or Bangladesh, whatever is filtered elsewhere."

[params]
ids = { type = "VARCHAR[]", meaning = "institution_id of the institutions behind a mark; empty means all" }

[columns]
institution_id  = { type = "VARCHAR", hidden = true }
name            = { type = "VARCHAR", label = "Institution", profile = "institution_id" }
place           = { type = "VARCHAR" }
country         = { type = "VARCHAR", words = "country" }
kind            = { type = "VARCHAR", words = "kind" }
sector          = { type = "VARCHAR", words = "sector" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
source_url      = { type = "VARCHAR", label = "Website", note = "its own, or its entry in the Research Organization Registry" }
institutions    = { type = "BIGINT", hidden = true, note = "one in every row" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with shared as (
    select institution_id, list(partnership_id order by partnership_id) as partnership_ids
    from shared_partnerships
    group by institution_id
)
select
    institution_id,
    name,
    place_of(city, region) as place,
    country,
    kind,
    sector,
    coalesce(len(partnership_ids), 0) as partnerships,
    coalesce(site_address(website), ror_id) as source_url,
    1::bigint as institutions,
    coalesce(partnership_ids, []) as partnership_ids
from institutions
left join shared using (institution_id)
where matches(institution_id, $ids)
order by partnerships desc, name, institution_id
