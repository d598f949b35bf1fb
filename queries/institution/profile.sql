/*
question = "Who is this institution?"
row      = "one institution"
key      = ["institution_id"]
chart    = { form = "table" }
finding  = { kind = "none" }
reads    = ["institutions", "register", "partnerships", "partnership_members", "programmes", "snapshot", "tne_programmes", "tne_enrolments", "researcher_workshops"]
caveat   = "All that the data holds of it, whatever is filtered. What the register says was compiled later than most of its partnerships began."

[params]
usual = ["institution"]

[columns]
institution_id  = { type = "VARCHAR", hidden = true }
name            = { type = "VARCHAR", label = "Institution" }
short_name      = { type = "VARCHAR" }
aliases         = { type = "VARCHAR", label = "Other names" }
place           = { type = "VARCHAR" }
country         = { type = "VARCHAR", words = "country" }
kind            = { type = "VARCHAR", words = "kind" }
sector          = { type = "VARCHAR", words = "sector" }
uk_group        = { type = "VARCHAR", label = "UK group" }
founded         = { type = "BIGINT", unit = "calendar year", note = "as the register has it" }
recognised_by   = { type = "VARCHAR", note = "as the register has it" }
partnerships    = { type = "BIGINT", unit = "partnerships", note = "counted, with Pakistan or Bangladesh" }
linked          = { type = "BIGINT", unit = "institutions", label = "Linked institutions", note = "across the border, through these partnerships" }
first_known     = { type = "BIGINT", unit = "calendar year", label = "First known", note = "the first year in which one of its partnerships had started or had been seen" }
courses         = { type = "BIGINT", unit = "courses", label = "Transnational courses" }
workshops       = { type = "BIGINT", unit = "workshops", label = "Researcher workshops" }
source_url      = { type = "VARCHAR", label = "Website and registry" }
partnership_ids = { type = "VARCHAR[]", hidden = true }
tne_ids         = { type = "VARCHAR[]", hidden = true }
workshop_ids    = { type = "VARCHAR[]", hidden = true }
*/
with shared as (
    select
        institution_id,
        list(partnership_id order by partnership_id) as partnership_ids,
        min(known_year) as first_known
    from shared_partnerships
    join base_partnerships using (partnership_id)
    group by institution_id
),
pairs as (
    select institution_id, count(distinct other_id) as linked from linked_pairs group by institution_id
),
taught as (
    select institution_id, list(tne_id order by tne_id) as tne_ids
    from shared_partnerships
    join base_courses using (partnership_id)
    group by institution_id
),
trained as (
    select institution_id, list(workshop_id order by workshop_id) as workshop_ids
    from workshop_parts
    group by institution_id
)
select
    institution_id,
    institutions.name,
    institutions.short_name,
    institutions.aliases,
    place_of(institutions.city, institutions.region) as place,
    institutions.country,
    institutions.kind,
    institutions.sector,
    institutions.mission_group as uk_group,
    register.established_year as founded,
    register.recognised_by,
    coalesce(len(partnership_ids), 0) as partnerships,
    coalesce(linked, 0) as linked,
    first_known,
    coalesce(len(tne_ids), 0) as courses,
    coalesce(len(workshop_ids), 0) as workshops,
    nullif(concat_ws('; ', site_address(institutions.website), institutions.ror_id), '') as source_url,
    coalesce(partnership_ids, []) as partnership_ids,
    coalesce(tne_ids, []) as tne_ids,
    coalesce(workshop_ids, []) as workshop_ids
from institutions
left join register using (institution_id)
left join shared using (institution_id)
left join pairs using (institution_id)
left join taught using (institution_id)
left join trained using (institution_id)
where matches(institution_id, $institution)
order by institutions.name, institution_id
