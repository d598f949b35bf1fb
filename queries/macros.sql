-- The shared grammar: what "counted", "active", "known by", "link" and "leadership course" mean, once.
-- What depends on no filter is made into a table when a snapshot is opened; what narrows is a macro.
-- An argument of a macro never bears the name of a column: "where country = country" would match every row.

-- A filter: an empty list means all.
create macro matches(found, wanted) as len(wanted) = 0 or list_contains(wanted, found);

-- The years filter: the days from first_day to last_day touch the calendar years [first, last]. No dates match only an empty filter.
create macro touches(first_day, last_day, wanted_years) as
    len(wanted_years) = 0
    or (year(first_day) <= wanted_years[2] and year(last_day) >= wanted_years[1] and first_day <= last_day);

create macro uk_group_of(group_name) as
    case group_name when 'Russell Group' then 'russell_group' when 'MillionPlus' then 'millionplus' else 'none' end;

create macro sector_of(sector_code) as if(sector_code in ('public', 'private'), sector_code, 'other');

create macro country_in_words(some_code) as
    case some_code when 'PAK' then 'Pakistan' when 'BGD' then 'Bangladesh' else some_code end;

-- "2012", "May 2012" or "14 May 2012": never more precise than the source.
create macro date_in_words(some_day, how_precise) as
    case how_precise
        when 'year' then strftime(some_day, '%Y')
        when 'month' then strftime(some_day, '%B %Y')
        else strftime(some_day, '%-d %B %Y')
    end;

create macro number_in_words(how_many) as
    coalesce(
        ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][how_many + 1],
        how_many::varchar
    );

-- "two awards", "one award", "no awards"
create macro counted_in_words(how_many, some_noun) as
    number_in_words(how_many) || ' ' || some_noun || if(how_many = 1, '', 's');

create macro times_in_words(how_many) as
    case how_many when 1 then 'once' when 2 then 'twice' else number_in_words(how_many) || ' times' end;

-- The items of a list without repeats, in their order.
create macro said_once(some_items) as list_filter(some_items, lambda item, i: list_position(some_items, item) = i);

-- "about", "up to", "over", "nearly", as the note says that the source put it; empty where the figure stands alone.
create macro qualifier_of(some_note) as
    regexp_extract(lower(some_note), '(?:stated as ''?|\()(up to|about|around|over|more than|nearly)(?:\W|$)', 1)
        .replace('around', 'about')
        .replace('more than', 'over');

-- What a published figure counted: the first part of its note.
create macro what_was_counted(some_note) as trim(regexp_replace(split_part(some_note, ';', 1), '\s*\((about|over|more than)\)', ''));

-- When a figure was reported: a page's own horizon ("to 2017"), a year inferred from the page ("about 2014") or its date.
create macro reported_when(some_note, some_day, how_precise) as
    case
        when some_day is null then 'undated'
        when contains(some_note, 'horizon') then 'to ' || date_in_words(some_day, how_precise)
        when contains(some_note, 'year inferred') then 'about ' || date_in_words(some_day, how_precise)
        else date_in_words(some_day, how_precise)
    end;

-- The rule for small numbers (docs/decisions.md): in a programme a count of 1 to 9 people is not shown, any other is
-- rounded to 5 from its exact value, a share needs a base of 20 and is made from what is shown. A cell that the owner of
-- the data released stays exact where its base allows.
create macro guarded() as (select disclosure = 'small_counts' from snapshot);

create macro people(how_many, is_released) as
    case
        when not guarded() or is_released or how_many = 0 then how_many::bigint
        when how_many < 10 then null
        else (5 * round(how_many / 5.0))::bigint
    end;

-- A count as it enters a sum of shown counts, which tells nothing that they do not: "fewer than 10" as 5.
create macro as_shown(how_many) as if(guarded(), coalesce(people(how_many, false), 5), how_many);

create macro people_words(how_many, is_released) as
    case
        when how_many is null then 'not stated'
        when not guarded() or is_released or how_many = 0 then format('{:,}', how_many::bigint)
        when how_many < 10 then 'fewer than 10'
        else format('about {:,}', people(how_many, false))
    end;

-- "12 of 45", "fewer than 10 of about 45"
create macro people_of_words(how_many, of_how_many, is_released) as
    people_words(how_many, is_released) || ' of ' || people_words(of_how_many, is_released);

create macro people_pct(how_many, of_how_many, is_released) as
    case
        when of_how_many = 0 then null
        when not guarded() or is_released then 100.0 * how_many / of_how_many
        when of_how_many < 20 then null
        else 100.0 * people(how_many, false) / people(of_how_many, false)
    end::double;

-- The day of a measure: the last day of the years asked for, never after the date of the data.
create macro measured_on(wanted_years) as (
    select if(len(wanted_years) = 0, as_of, least(as_of, make_date(wanted_years[2], 12, 31))) from snapshot
);

-- The addresses and documents of a row: several are separated by semicolon and space.
create macro sources_of(some_sources) as string_split(some_sources, '; ');

create macro site_of(some_source) as
    if(some_source like 'http%', regexp_extract(some_source, '^https?://(?:www\.)?([^/]+)', 1), some_source);

-- A place is an institution; at city level all that is in one city of one country, at region level in one region of it.
create macro city_place(some_country, some_city) as some_country || ':' || coalesce(some_city, '');

create macro region_place(some_country, some_region) as some_country || ':region:' || coalesce(some_region, '');

-- The point of a city or a region is the mean of its institutions' points, whatever is filtered; one not stated has none.
create table places as
    with parts as (
        select
            institution_id as place_id, name as place, country,
            longitude as lon, latitude as lat, coordinate_precision as precision
        from institutions
        union all
        select
            city_place(country, city), coalesce(city, 'City not stated'), country,
            if(city is null, null, longitude), if(city is null, null, latitude), 'city'
        from institutions
        union all
        select
            region_place(country, region), coalesce(region, 'Region not stated'), country,
            if(region is null, null, longitude), if(region is null, null, latitude), 'region'
        from institutions
    )
    select
        place_id, place, country, avg(lon) as lon, avg(lat) as lat,
        if(avg(lon) is null, null, any_value(precision)) as precision
    from parts
    group by place_id, place, country;

-- Each institution of each partnership, once, with its side: uk, partner (in the partnership's own country) or elsewhere.
create table members as
    select distinct
        partnership_id,
        institution_id,
        name,
        case
            when institutions.country = 'GBR' then 'uk'
            when institutions.country = partnerships.country then 'partner'
            else 'elsewhere'
        end as side,
        region,
        uk_group_of(mission_group) as uk_group,
        sector_of(sector) as sector,
        city_place(institutions.country, city) as city_id,
        region_place(institutions.country, region) as region_id
    from partnership_members
    join institutions using (institution_id)
    join partnerships using (partnership_id);

-- Every partnership with its programme's family, its members' groups and names, and the days between which it can be
-- shown active. Active runs from start_date (else seen_from; else the only date there is) to end_date (else, in a
-- record, seen_to; else, where active or sustained, the date of the data; else its own first date).
-- "evidenced": a bound rests on a sighting (seen_*) and not on an agreement.
-- "known_year": the first year in which it had started or had been seen.
create table dated_partnerships as
    with sides as (
        select
            partnership_id,
            list(distinct uk_group) filter (side = 'uk') as uk_groups,
            list(distinct sector) filter (side = 'partner') as sectors,
            string_agg(name, '; ' order by name) filter (side = 'uk') as uk_institutions,
            string_agg(name, '; ' order by name) filter (side <> 'uk') as partner_institutions
        from members
        group by partnership_id
    )
    select
        partnership_id, partnerships.title, strand, subject, status, confidence, renewed_from,
        partnerships.country,
        partnerships.source_url,
        programmes.name as programme_name,
        coalesce(programmes.family, 'other') as family,
        uk_groups, sectors, uk_institutions, partner_institutions,
        coalesce(
            partnerships.start_earliest, seen_from_earliest, partnerships.end_earliest, seen_to_earliest
        ) as active_from,
        coalesce(
            partnerships.end_latest,
            if(snapshot.kind = 'record', seen_to_latest, null),
            if(status in ('active', 'sustained') and active_from is not null, snapshot.as_of, null),
            partnerships.start_latest, seen_from_latest, seen_to_latest
        ) as active_to,
        coalesce(
            (partnerships.start_date is null and seen_from is not null)
            or (partnerships.start_date is null and partnerships.end_date is null and seen_to is not null)
            or (partnerships.end_date is null and seen_to is not null and snapshot.kind = 'record'),
            false
        ) as evidenced,
        year(coalesce(
            least(partnerships.start_earliest, seen_from_earliest), least(partnerships.end_earliest, seen_to_earliest)
        )) as known_year,
        case
            when partnerships.start_date is not null
                then date_in_words(partnerships.start_earliest, partnerships.start_precision)
            when seen_from is not null then 'known by ' || date_in_words(seen_from_earliest, seen_from_precision)
        end as first_date,
        case
            when partnerships.end_date is not null
                then date_in_words(partnerships.end_earliest, partnerships.end_precision)
            when seen_to is not null then 'last seen ' || date_in_words(seen_to_earliest, seen_to_precision)
        end as last_date,
        status_as_of_earliest as reported_day,
        date_in_words(status_as_of_earliest, status_as_of_precision) as reported
    from partnerships
    cross join snapshot
    left join programmes using (programme_id)
    left join sides using (partnership_id);

-- The base of every count: Pakistan and Bangladesh, not planned. Beside it, those that are only planned.
create table base_partnerships as
    select * from dated_partnerships where country in ('PAK', 'BGD') and status is distinct from 'planned';

create table planned_partnerships as
    select * from dated_partnerships where country in ('PAK', 'BGD') and status = 'planned';

-- A link: one UK institution with one partner institution in one partnership.
-- "renewing": the partnership renews an earlier one in which the same two institutions were linked.
create table base_links as
    with pairs as (
        select
            uk.partnership_id,
            uk.institution_id as uk_id, uk.name as uk_name, uk.region as uk_region, uk.uk_group,
            uk.city_id as uk_city_id, uk.region_id as uk_region_id,
            partner.institution_id as partner_id, partner.name as partner_name, partner.region as partner_region,
            partner.sector, partner.city_id as partner_city_id, partner.region_id as partner_region_id
        from members as uk
        join members as partner on partner.partnership_id = uk.partnership_id
        where uk.side = 'uk' and partner.side = 'partner'
    )
    select
        pairs.*,
        country, family, strand, subject, uk_groups, sectors, active_from, active_to, known_year,
        exists (
            select 1 from pairs as earlier
            where earlier.partnership_id = base_partnerships.renewed_from
                and earlier.uk_id = pairs.uk_id and earlier.partner_id = pairs.partner_id
        ) as renewing
    from pairs
    join base_partnerships using (partnership_id);

-- Whether a partnership passes every filter but the years. It matches a UK group or a sector if any of its members does.
create macro fits(
    found_country, found_family, found_strand, found_subject, found_groups, found_sectors,
    wanted_countries, wanted_programmes, wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors
) as
    matches(found_country, wanted_countries)
    and matches(found_family, wanted_programmes)
    and matches(found_strand, wanted_strands)
    and matches(found_subject, wanted_subjects)
    and (len(wanted_uk_groups) = 0 or list_has_any(found_groups, wanted_uk_groups))
    and (len(wanted_sectors) = 0 or list_has_any(found_sectors, wanted_sectors));

-- What is counted under the filters: the base, shown active on at least one day of the years asked for.
create macro counted(
    wanted_countries, wanted_programmes, wanted_years, wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors
) as table
    select *
    from base_partnerships
    where touches(active_from, active_to, wanted_years)
        and fits(
            country, family, strand, subject, uk_groups, sectors,
            wanted_countries, wanted_programmes, wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors
        );

create macro planned(
    wanted_countries, wanted_programmes, wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors
) as table
    select *
    from planned_partnerships
    where fits(
        country, family, strand, subject, uk_groups, sectors,
        wanted_countries, wanted_programmes, wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors
    );

-- The links of the counted partnerships; where a UK group or a sector is asked for, only of the members in it.
create macro links(
    wanted_countries, wanted_programmes, wanted_years, wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors
) as table
    select *
    from base_links
    where touches(active_from, active_to, wanted_years)
        and fits(
            country, family, strand, subject, uk_groups, sectors,
            wanted_countries, wanted_programmes, wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors
        )
        and matches(uk_group, wanted_uk_groups)
        and matches(sector, wanted_sectors);

-- Whether a link has one of the institutions asked for at either end; without any asked for, every link has.
create macro linked_with(one_end, other_end, wanted_institutions) as
    matches(one_end, wanted_institutions) or matches(other_end, wanted_institutions);

-- Leadership courses with a British Council part, held or not: of a programme in one of its families, or of one that
-- bears its name, or hosted by it. The country is the programme's, since a course may be held abroad.
create table courses_of_any_status as
    select
        leadership_events.* exclude (country),
        leadership_events.country as place_country,
        programmes.country as country,
        family
    from leadership_events
    join programmes using (programme_id)
    where programmes.country in ('PAK', 'BGD')
        and (
            family in ('inspire', 'links', 'gateway', 'going_global')
            or contains(programmes.name, 'British Council')
            or coalesce(contains(host, 'British Council'), false)
        );

create table held_courses as select * from courses_of_any_status where status = 'held';

-- The leadership courses under the filters. One without a date matches only when no years are asked for.
create macro courses(wanted_countries, wanted_programmes, wanted_years) as table
    select *
    from held_courses
    where matches(country, wanted_countries)
        and matches(family, wanted_programmes)
        and touches(coalesce(start_earliest, end_earliest), coalesce(end_latest, start_latest), wanted_years);

-- Published and targeted figures in words. "rival": the same figure for the same country and programme was published
-- with another value in the same unit. Figures of single events and parts of a sum have no rivals.
create table figures as
    select
        claims.*,
        family as programme,
        qualifier_of(note) as qualifier,
        what_was_counted(note) as counted,
        reported_when(note, as_of_earliest, as_of_precision) as date_words,
        kind = 'published' and metric not in (
            'event_participants', 'event_year', 'people_trained_in_stream', 'fund_share_pct', 'programme_value_share'
        ) and exists (
            select 1 from claims as other
            where other.kind = 'published'
                and other.metric = claims.metric
                and other.unit = claims.unit
                and other.country is not distinct from claims.country
                and other.programme_id is not distinct from claims.programme_id
                and other.value <> claims.value
        ) as rival
    from claims
    left join programmes using (programme_id);

-- INSPIRE's counted partnerships by name, a country and a strand at a time: an award that renews another one by name is
-- the same partnership, and one more award.
create table inspire_by_name as
    with inspire as (
        select * from base_partnerships where family = 'inspire'
    )
    select
        country,
        strand,
        list(partnership_id order by partnership_id)
            filter (renewed_from is null or renewed_from not in (select partnership_id from inspire)) as ids,
        count(*) as awards
    from inspire
    group by country, strand;

-- INSPIRE's workshops for researchers in Pakistan in words; those for the later trainers are told apart.
create table inspire_workshops as
    select
        count(*) filter (master_trainers is null) || ' of the workshops, '
        || coalesce(sum(participants) filter (master_trainers is null) || ' people', 'no head count')
        || coalesce(', and the ' || sum(master_trainers) || ' master trainers', '') as workshops
    from researcher_workshops
    join programmes using (programme_id)
    where family = 'inspire' and programmes.country = 'PAK';
