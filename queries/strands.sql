-- The other strands: courses taught across the border, workshops for researchers, and what came of the work, once.

create macro in_years(some_year, wanted_years) as
    len(wanted_years) = 0 or some_year between wanted_years[1] and wanted_years[2];

-- What was published about a strand, or set as its target, and what each figure counted.
create macro reported(wanted_strand, wanted_countries, wanted_programmes) as table
    select
        claim_id, country, metric, qualifier, value, unit,
        if(kind = 'target', 'a target: ', '') || counted as counted,
        date_words, note, source_url, kind, as_of_latest
    from figures
    where strand = wanted_strand
        and country in ('PAK', 'BGD')
        and matches(country, wanted_countries)
        and matches(programme, wanted_programmes);

-- A course of a counted partnership that is not itself only planned. It is taught from its first intake (else the first
-- year with learners, else the first day of its partnership) to its last year with learners where it has ended, else to
-- the last day of its partnership or whatever of it came later.
create table base_courses as
    with taught as (
        select tne_id, min(year) as first_year, max(year) as last_year from tne_enrolments group by tne_id
    )
    select
        tne_id, partnership_id, delivery, award, cpd_type, level, cats_credits,
        tne_programmes.title as course_title,
        tne_programmes.status as course_status,
        tne_programmes.source_url as course_source,
        first_intake_earliest, first_intake_precision,
        base_partnerships.title as partnership_title,
        country, family, strand, subject, uk_groups, sectors, uk_institutions, partner_institutions,
        coalesce(first_intake_earliest, make_date(first_year, 1, 1), active_from) as taught_from,
        coalesce(
            if(tne_programmes.status in ('completed', 'dormant'), make_date(last_year, 12, 31), null),
            greatest(active_to, first_intake_latest, make_date(last_year, 12, 31))
        ) as taught_to
    from tne_programmes
    join base_partnerships using (partnership_id)
    left join taught using (tne_id)
    where tne_programmes.status <> 'planned';

-- The courses under the filters: of a partnership that matches, and taught on at least one day of the years.
create macro taught_courses(
    wanted_countries, wanted_programmes, wanted_years, wanted_subjects, wanted_uk_groups, wanted_sectors
) as table
    select *
    from base_courses
    where touches(taught_from, taught_to, wanted_years)
        and fits(
            country, family, strand, subject, uk_groups, sectors,
            wanted_countries, wanted_programmes, [], wanted_subjects, wanted_uk_groups, wanted_sectors
        );

-- Learners of the courses under the filters, a course and a year at a time. The years are those of the learners.
create macro learners(
    wanted_countries, wanted_programmes, wanted_years, wanted_subjects, wanted_uk_groups, wanted_sectors
) as table
    select tne_enrolments.*, country
    from tne_enrolments
    join taught_courses(wanted_countries, wanted_programmes, [], wanted_subjects, wanted_uk_groups, wanted_sectors)
        using (tne_id)
    where in_years(year, wanted_years);

-- Each institution of each course on a side of its partnership; where a UK group or a sector is asked for, only those in it.
create macro course_institutions(
    wanted_countries, wanted_programmes, wanted_years, wanted_subjects, wanted_uk_groups, wanted_sectors
) as table
    select tne_id, country, institution_id, name as institution, side, uk_group, sector, region
    from taught_courses(
        wanted_countries, wanted_programmes, wanted_years, wanted_subjects, wanted_uk_groups, wanted_sectors
    )
    join members using (partnership_id)
    where (side = 'uk' and matches(uk_group, wanted_uk_groups))
        or (side = 'partner' and matches(sector, wanted_sectors));

-- Workshops for researchers of Pakistan or Bangladesh: of a programme of the country, else held in it, else hosted from it.
-- "trained": those who took part, without those who were trained to train others.
create table base_workshops as
    select
        workshop_id, researcher_workshops.name, family, researcher_workshops.city, discipline,
        participants, women, master_trainers, confidence,
        researcher_workshops.source_url,
        researcher_workshops.country as place_country,
        list_filter(
            [programmes.country, researcher_workshops.country, host.country], lambda code: code in ('PAK', 'BGD')
        )[1] as country,
        host_institution_id, host.name as host, host.sector,
        uk_institution_id, uk.name as uk_institution, uk.mission_group,
        participants - coalesce(master_trainers, 0) as trained,
        researcher_workshops.start_earliest, researcher_workshops.start_precision,
        coalesce(researcher_workshops.start_earliest, researcher_workshops.end_earliest) as held_from,
        coalesce(researcher_workshops.end_latest, researcher_workshops.start_latest) as held_to
    from researcher_workshops
    join programmes using (programme_id)
    left join institutions as host on host.institution_id = host_institution_id
    left join institutions as uk on uk.institution_id = uk_institution_id
    where programmes.country in ('PAK', 'BGD')
        or (programmes.country is null and (researcher_workshops.country in ('PAK', 'BGD') or host.country in ('PAK', 'BGD')));

-- The workshops under the filters. One without a date matches only when no years are asked for.
create macro workshops(wanted_countries, wanted_programmes, wanted_years) as table
    select *
    from base_workshops
    where matches(country, wanted_countries)
        and matches(family, wanted_programmes)
        and touches(held_from, held_to, wanted_years);

-- Statements of what came of the work: of a counted partnership, or of none. One of none is about a programme as a whole:
-- it stands under every choice of programme (a gain of the UK under every country too), and under no finer choice.
create table base_evidence as
    select
        evidence_id, impact_evidence.partnership_id, side, aspect, value, unit, summary, impact_evidence.confidence,
        impact_evidence.source_url,
        coalesce(engagement_group, 'none') as engagement_group,
        date_in_words(dated_earliest, dated_precision) as date_words,
        dated_earliest,
        title, country, family, strand, subject, uk_groups, sectors
    from impact_evidence
    left join base_partnerships using (partnership_id)
    where impact_evidence.partnership_id is null or country is not null;

create macro evidence(
    wanted_countries, wanted_programmes, wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors
) as table
    select *
    from base_evidence
    where if(
        partnership_id is null,
        (
            len(wanted_countries) = 0
            or list_has_any(wanted_countries, if(side = 'GBR', ['PAK', 'BGD'], [side]))
        )
        and len(wanted_strands) + len(wanted_subjects) + len(wanted_uk_groups) + len(wanted_sectors) = 0,
        fits(
            country, family, strand, subject, uk_groups, sectors,
            wanted_countries, wanted_programmes, wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors
        )
    );

-- The same with the place of each among all: the surest first, then the newest.
create macro surest_evidence(
    wanted_countries, wanted_programmes, wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors
) as table
    select
        *,
        row_number() over (
            order by
                list_position(['high', 'medium', 'low'], confidence) nulls last,
                dated_earliest desc nulls last,
                evidence_id
        ) as place
    from evidence(
        wanted_countries, wanted_programmes, wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors
    );
