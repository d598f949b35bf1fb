-- One institution: what it is called, what the register says of it, and the partnerships that it has a part in.

-- Each institution once in each counted partnership, with the others that have a part in the same one.
create table shared_partnerships as
    select
        partnership_id,
        institution_id,
        members.side,
        (
            select list({'id': others.institution_id, 'name': others.name} order by others.side desc, others.name)
            from members as others
            where others.partnership_id = members.partnership_id and others.institution_id <> members.institution_id
        ) as others
    from members
    join base_partnerships using (partnership_id);

-- Both ends of every link, seen from each.
create table linked_pairs as
    select partnership_id, uk_id as institution_id, partner_id as other_id, partner_name as other_name, country, family, active_from, active_to
    from base_links
    union all
    select partnership_id, partner_id, uk_id, uk_name, country, family, active_from, active_to
    from base_links;

-- "Lahore, Punjab": a region of the city's own name is said once, and null where neither is known.
create macro place_of(some_city, some_region) as
    nullif(concat_ws(', ', some_city, if(some_region is distinct from some_city, some_region, null)), '');

create macro site_address(some_site) as if(some_site like 'http%', some_site, 'https://' || some_site);

-- The part of an institution in a workshop: its host, or its UK partner; one that is both is the host.
create table workshop_parts as
    select workshop_id, host_institution_id as institution_id, 'host' as part
    from base_workshops
    where host_institution_id is not null
    union all
    select workshop_id, uk_institution_id, 'uk_partner'
    from base_workshops
    where uk_institution_id is not null and uk_institution_id is distinct from host_institution_id;

-- The institutions of each partnership on its two sides, by name, with their ids beside them: a name leads to a profile.
-- "partner" is every side but the United Kingdom's.
create table partnership_sides as
    select
        partnership_id,
        coalesce(list(name order by name) filter (side = 'uk'), []) as uk_names,
        coalesce(list(institution_id order by name) filter (side = 'uk'), []) as uk_ids,
        coalesce(list(name order by name) filter (side <> 'uk'), []) as partner_names,
        coalesce(list(institution_id order by name) filter (side <> 'uk'), []) as partner_ids
    from members
    group by partnership_id;
