-- What the map shows: links between places of one level, told apart by what was known of them in a year.

-- The level of places: the one that is wanted; of itself the finest at which the map can be read.
create macro level_by_scale(wanted_level, institution_pairs, city_pairs) as
    case
        when wanted_level <> 'auto' then wanted_level
        when institution_pairs <= 200 then 'institution'
        when city_pairs <= 400 then 'city'
        else 'region'
    end;

create macro place_at(found_level, one_institution, one_city, one_region) as
    case found_level when 'city' then one_city when 'region' then one_region else one_institution end;

-- The links of the map, known by the end of a year (0: all, with a date or without), with the places at either end.
-- The year does not change the level: the places stay what they are while the years are played.
create macro mapped_links(
    wanted_countries, wanted_programmes, wanted_years, wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors,
    wanted_institutions, wanted_level, wanted_year
) as table
    with chosen as (
        select *
        from links(
            wanted_countries, wanted_programmes, wanted_years, wanted_strands, wanted_subjects, wanted_uk_groups,
            wanted_sectors
        )
        where linked_with(uk_id, partner_id, wanted_institutions)
    ),
    scale as (
        select level_by_scale(
            wanted_level, count(distinct (uk_id, partner_id)), count(distinct (uk_city_id, partner_city_id))
        ) as level
        from chosen
    )
    select
        chosen.*,
        level,
        place_at(level, uk_id, uk_city_id, uk_region_id) as from_id,
        place_at(level, partner_id, partner_city_id, partner_region_id) as to_id
    from chosen
    cross join scale
    where wanted_year = 0 or known_year <= wanted_year;

-- What is known of a partnership in a year: first known in it; else shown active on one of its days; else neither.
create macro state_in(some_year, found_year, first_day, last_day) as
    case
        when some_year = 0 then null
        when found_year = some_year then 'new'
        when touches(first_day, last_day, [some_year, some_year]) then 'active'
        else 'ended'
    end;

-- Of several states of one thing the liveliest.
create macro liveliest(some_states) as
    case
        when list_contains(some_states, 'new') then 'new'
        when list_contains(some_states, 'active') then 'active'
        when list_contains(some_states, 'ended') then 'ended'
    end;

-- The one value that all the rows of a group state; null where they differ or one states none.
create macro in_common(found) as if(count(found) = count(*) and min(found) = max(found), min(found), null);

-- Places taken in leadership courses with a British Council part, by the institution, its city and its region.
create table places_taken as
    with attendances as (
        select
            unnest([institution_id, city_place(home.country, home.city), region_place(home.country, home.region)]) as place_id,
            attendees
        from held_courses
        join leadership_attendance using (event_id)
        join institutions as home using (institution_id)
    )
    select place_id, sum(attendees)::bigint as taken from attendances group by place_id;
