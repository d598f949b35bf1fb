/*
question = "Which places are linked?"
row      = "one place with at least one link"
key      = ["place_id"]
chart    = { form = "ranked_bars", label = "place", value = "partnerships", colour = "country", limit = 15 }
finding  = { kind = "leader", label = "place", value = "partnerships", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "leadership_events", "leadership_attendance", "snapshot"]
caveat   = "A partnership counts once at each of its places. The point of a city or a region is the middle of its institutions that have one. Places taken in leadership courses are those of all institutions of the place and of all years, whatever is chosen."

[params]
usual = ["country", "programme", "years", "strand", "subject", "uk_group", "sector", "level", "year"]
institution = { type = "VARCHAR[]", meaning = "links with one of these institutions at either end; empty means all" }

[columns]
place           = { type = "VARCHAR" }
country         = { type = "VARCHAR", words = "country" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
links           = { type = "BIGINT", unit = "links" }
institutions    = { type = "BIGINT", unit = "institutions" }
people          = { type = "BIGINT", unit = "places taken", people = true, label = "Places taken in leadership courses", note = "by people of all its institutions, as the attendance lists have them; empty where none is listed, and where people are not counted by place" }
precision       = { type = "VARCHAR", words = "coordinate_precision", label = "Point of", note = "empty where the place is not known" }
place_id        = { type = "VARCHAR", hidden = true }
side            = { type = "VARCHAR", hidden = true, note = "uk or partner" }
lon             = { type = "DOUBLE", unit = "degrees", hidden = true }
lat             = { type = "DOUBLE", unit = "degrees", hidden = true }
level           = { type = "VARCHAR", words = "level", hidden = true, note = "what a place is here" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
with linked as (
    select partnership_id, level, uk_id, partner_id, from_id, to_id
    from mapped_links(
        $country, $programme, $years, $strand, $subject, $uk_group, $sector, $institution, $level, $year
    )
),
ends as (
    select 'uk' as side, from_id as place_id, uk_id as institution_id, partnership_id, level from linked
    union all
    select 'partner', to_id, partner_id, partnership_id, level from linked
),
counts as (
    select
        place_id, side, level,
        count(distinct partnership_id) as partnerships,
        count(*) as links,
        count(distinct institution_id) as institutions,
        list(distinct partnership_id order by partnership_id) as partnership_ids
    from ends
    group by place_id, side, level
)
select
    place,
    country,
    partnerships,
    links,
    institutions,
    -- One institution's people are not told under the rule for small numbers, nor is which had none.
    if(guarded(), null, taken) as people,
    precision,
    place_id,
    side,
    lon,
    lat,
    level,
    partnership_ids
from counts
join places using (place_id)
left join places_taken using (place_id)
order by partnerships desc, links desc, place, place_id
