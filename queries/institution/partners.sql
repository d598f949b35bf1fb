/*
question = "Whom is it linked with?"
row      = "one institution and one that it is linked with"
key      = ["institution_id", "other_id"]
chart    = { form = "ranked_bars", label = "other", value = "partnerships", colour = "country", limit = 12 }
finding  = { kind = "leader", label = "other", value = "partnerships", unit = "partnerships" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot"]
caveat   = "A link joins a UK institution with one of the partner country. Others on the same side of a partnership stand in the list of partnerships."

[params]
usual = ["institution", "country", "programme", "years"]

[columns]
institution_id  = { type = "VARCHAR", hidden = true }
other           = { type = "VARCHAR", label = "Institution", profile = "other_id" }
country         = { type = "VARCHAR", words = "country", label = "Partner country" }
partnerships    = { type = "BIGINT", unit = "partnerships" }
other_id        = { type = "VARCHAR", hidden = true }
partnership_ids = { type = "VARCHAR[]", hidden = true }
*/
select
    institution_id,
    other_name as other,
    country,
    count(*) as partnerships,
    other_id,
    list(partnership_id order by partnership_id) as partnership_ids
from linked_pairs
where matches(institution_id, $institution)
    and matches(country, $country)
    and matches(family, $programme)
    and touches(active_from, active_to, $years)
group by institution_id, other_name, country, other_id
order by institution_id, partnerships desc, other, other_id
