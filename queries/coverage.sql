-- Leadership coverage: measures A to G of the design, worked out once for every day, country and role group.
-- What is asked for often is a table, what only leads there a view, so that large data leaves room in memory.
-- Everything here is exact; a question passes it through people(), people_words() and the rest before it is shown.

-- The days of a measure: each 31 December from 2010, and the date of the data.
create table coverage_days as
    select as_of as day from snapshot
    union
    select make_date(unnest(range(2010, year(as_of))), 12, 31) from snapshot;

-- Which sectors count together, and what the sector filter asks for.
create table sector_scopes as
    with choices as (
        select unnest([
            ['other', 'private', 'public'], ['public'], ['private'], ['other'],
            ['private', 'public'], ['other', 'public'], ['other', 'private']
        ]) as sectors
    )
    select if(len(sectors) = 3, 'all', array_to_string(sectors, '+')) as scope, unnest(sectors) as sector
    from choices;

create macro scope_of(wanted_sectors) as
    if(len(wanted_sectors) in (0, 3), 'all', array_to_string(list_sort(wanted_sectors), '+'));

-- The institutions of a partner country on the commission's list, day by day. One without a first day on the list is
-- taken as listed throughout where it is a university; of an uncertain day the outermost one counts.
create table listed_institutions as
    select
        institution_id, country, region,
        sector_of(sector) as sector,
        coalesce(recognised_from_earliest, date '1000-01-01') as listed_from,
        coalesce(recognised_to_latest, date '9999-12-31') as listed_to
    from institutions
    where country in ('PAK', 'BGD') and (recognised_from is not null or kind = 'university');

create table eligible_institutions as
    select day, institution_id, country, region, sector
    from listed_institutions
    join coverage_days on day between listed_from and listed_to;

-- Courses that were held, with the days between which somebody on them can have been trained: on the last day of the
-- course. One without a date was held by the date of the data, nobody knows when.
create table qualifying_courses as
    select
        event_id,
        event_id in (select event_id from held_courses) as british_council,
        coalesce(held.country = 'GBR', false) as in_uk,
        coalesce(held.start_earliest, held.end_earliest, date '1000-01-01') as begun,
        coalesce(greatest(held.start_earliest, held.end_earliest), date '1000-01-01') as trained_earliest,
        greatest(
            held.start_earliest, held.end_earliest, least(coalesce(held.end_latest, held.start_latest), as_of)
        ) as trained_latest
    from leadership_events as held
    join programmes using (programme_id)
    cross join snapshot
    where held.status = 'held' and programmes.country in ('PAK', 'BGD');

-- The two ways to count courses (with a British Council part, or the commission's own too) and the two sorts of place.
create table ways_of_counting as
    select qualifying, place
    from (select unnest(['british_council', 'all']) as qualifying)
    cross join (select unnest(['anywhere', 'uk']) as place);

create macro counts_as(is_british_council, is_in_uk, way_of_counting, sort_of_place) as
    (is_british_council or way_of_counting = 'all') and (is_in_uk or sort_of_place = 'anywhere');

create table attended as
    select
        row_number() over (order by event_id, institution_id, role_group, holder_key) as attendance_no,
        leadership_attendance.*, british_council, in_uk, begun, trained_earliest, trained_latest
    from leadership_attendance
    join qualifying_courses using (event_id)
    where attendees > 0;

-- Posts over time. A holder without a pseudonym is somebody, known by this one row. "single": one person at a time.
-- No first day: held since before the data begins. No last day: still held.
create table post_times as
    with numbered as (
        select
            row_number() over (order by institution_id, role_group, from_date, holder_key, state, to_date) as post_no,
            leadership_posts.*, country, region, sector_of(sector) as sector
        from leadership_posts
        join institutions using (institution_id)
        where country in ('PAK', 'BGD')
    )
    select
        post_no, institution_id, role_group, state, country, region, sector,
        state in ('filled', 'acting') as held,
        role_group in ('vice_chancellor', 'registrar') as single,
        if(held, coalesce(holder_key, 'post ' || post_no), null) as person,
        from_earliest is not null as dated,
        coalesce(from_earliest, date '1000-01-01') as held_from_earliest,
        coalesce(from_latest, date '1000-01-01') as held_from_latest,
        coalesce(to_earliest, date '9999-12-31') as held_to_earliest,
        coalesce(to_latest, date '9999-12-31') as held_to_latest
    from numbered;

-- Who was trained when. "tied": by the pseudonym; or since the post has one holder at a time and one person alone can
-- have held it then. Else each who can have held the post then is one who may have been meant.
create table trainings as
    with candidates as (
        select
            attendance_no, person, attended.institution_id, attended.role_group, attendees,
            british_council, in_uk, trained_earliest, trained_latest,
            single
            and min(person) over one_attendance = max(person) over one_attendance
            and bool_or(held_from_latest <= begun and held_to_earliest >= trained_latest) over one_attendance as tied
        from attended
        join post_times using (institution_id, role_group)
        where holder_key is null and held and held_from_earliest <= trained_latest and held_to_latest >= begun
        window one_attendance as (partition by attendance_no)
    )
    select
        attendance_no, holder_key as person, institution_id, role_group, attendees,
        british_council, in_uk, trained_earliest, trained_latest, true as tied
    from attended
    where holder_key is not null
    union all
    select * from candidates;

-- Each person's first training: for sure; tied to them but perhaps not as early; or perhaps theirs at all.
create table trained_people as
    select
        person, qualifying, place,
        min(trained_latest) filter (tied) as surely_from,
        min(trained_earliest) filter (tied) as dated_from,
        min(trained_earliest) as perhaps_from
    from trainings
    join ways_of_counting on counts_as(british_council, in_uk, qualifying, place)
    group by all;

-- A and B. When an institution's post first had a holder who had attended, before or while in it.
create view reached_posts as
    with reasons as (
        select
            institution_id, role_group, qualifying, place, trained_latest as surely_from, trained_earliest as perhaps_from
        from attended
        join ways_of_counting on counts_as(british_council, in_uk, qualifying, place)
        union all
        select
            institution_id, role_group, qualifying, place,
            if(surely_from <= held_to_earliest, greatest(surely_from, held_from_latest), null),
            if(perhaps_from <= held_to_latest, greatest(perhaps_from, held_from_earliest), null)
        from post_times
        join trained_people using (person)
    )
    select
        institution_id, role_group, qualifying, place,
        min(surely_from) as surely_from, min(perhaps_from) as perhaps_from
    from reasons
    group by all;

-- Institutions from which anybody at all was on a course, whatever the post.
create table reached_institutions as
    select institution_id, qualifying, min(trained_latest) as reached_from
    from attended
    join ways_of_counting on counts_as(british_council, in_uk, qualifying, place)
    where place = 'anywhere'
    group by all;

-- The institutions on a commission's list on the day of a measure, and which of them had somebody on a course by then.
-- "named": the owner of the data lets those that were not reached be told by name. Else small areas stand together,
-- since "0 of 2" would say of two heads, by name to whoever knows the two, that they were not trained.
create macro reached_on(wanted_countries, wanted_way, wanted_years, wanted_sectors) as table
    with listed as (
        select
            country, region, institution_id, name_unreached as named,
            coalesce(reached_from <= day, false) as is_reached,
            count(*) over (partition by country, region) as in_area
        from eligible_institutions
        left join (select * from reached_institutions where qualifying = wanted_way) as attending using (institution_id)
        cross join snapshot
        where day = measured_on(wanted_years) and matches(country, wanted_countries) and matches(sector, wanted_sectors)
    )
    select
        country, institution_id, named, is_reached, region_place(country, region) as region_id,
        not named and in_area < 10 as together,
        if(together, 'Areas with fewer than ten, together', coalesce(region, 'Not stated')) as region
    from listed;

-- Who is in post on a day, at an institution on the list on that day (officials: of the commission). Of a post with one
-- holder the one begun last counts; a person who holds the same post twice on paper counts once.
create table standing_posts as
    select day, post_no
    from post_times
    join coverage_days on day between held_from_earliest and held_to_latest
    left join eligible_institutions using (day, institution_id)
    where role_group = 'commission_official' or eligible_institutions.institution_id is not null
    qualify row_number() over (
        partition by day, institution_id, role_group,
            case when single then '' when held then person else post_no::varchar end
        order by held_from_latest desc, held_from_earliest desc, post_no desc
    ) = 1;

create view in_post as select day, post_times.* from standing_posts join post_times using (post_no);

-- C. Everybody in post since 2010 while the institution was listed, by the first day on which they count.
create view ever_in_post as
    with spells as (
        select
            person, role_group, post_times.country, post_times.sector,
            greatest(
                held_from_earliest, date '2010-01-01', if(role_group = 'commission_official', null, listed_from)
            ) as entered,
            least(held_to_latest, if(role_group = 'commission_official', null, listed_to)) as left_on
        from post_times
        left join listed_institutions using (institution_id)
        where held and (role_group = 'commission_official' or listed_from is not null)
    )
    select person, role_group, country, scope, min(entered) as entered
    from spells
    join sector_scopes using (sector)
    where entered <= left_on
    group by all;

-- F. First days in a post, measured once twelve months have passed, on the last day of the year after.
create view appointments as
    with first_days as (
        select *
        from post_times
        where held and dated
        qualify row_number() over (
            partition by institution_id, role_group, person order by held_from_earliest, held_from_latest, post_no
        ) = 1
    )
    select
        coverage_days.day, first_days.*,
        (held_from_earliest + interval 12 months)::date as surely_by,
        (held_from_latest + interval 12 months)::date as perhaps_by
    from first_days
    join coverage_days on year(day) = year(held_from_earliest) + 1 and held_from_latest + interval 12 months <= day
    left join eligible_institutions using (day, institution_id)
    where role_group = 'commission_official' or eligible_institutions.institution_id is not null;

-- G. Each listed institution's tiers with a trained person in post: head, senior, second tier.
create macro tier_of(some_role_group) as
    case
        when some_role_group = 'vice_chancellor' then 1
        when some_role_group in ('pro_vice_chancellor', 'dean', 'registrar') then 2
        when some_role_group in ('department_chair', 'second_tier') then 3
    end;

create view trained_teams as
    with tiers_trained as (
        select
            day, institution_id, qualifying, tier_of(role_group) as tier,
            bool_or(surely_from <= day) as surely, bool_or(perhaps_from <= day) as perhaps
        from in_post
        join trained_people using (person)
        where place = 'anywhere' and tier_of(role_group) is not null
        group by all
    )
    select
        day, qualifying, institution_id, country, sector,
        count(*) filter (surely) as tiers, count(*) filter (perhaps) as tiers_perhaps
    from eligible_institutions
    cross join (select distinct qualifying from ways_of_counting)
    left join tiers_trained using (day, institution_id, qualifying)
    group by all;

-- The role groups in their order, and how a sentence names their holders.
create table leadership_groups as
    select unnest([
        {'rank': 1, 'role_group': 'vice_chancellor', 'one': 'vice-chancellor', 'several': 'vice-chancellors'},
        {'rank': 2, 'role_group': 'pro_vice_chancellor', 'one': 'pro vice-chancellor', 'several': 'pro vice-chancellors'},
        {'rank': 3, 'role_group': 'dean', 'one': 'dean', 'several': 'deans'},
        {'rank': 4, 'role_group': 'registrar', 'one': 'registrar', 'several': 'registrars'},
        {'rank': 5, 'role_group': 'department_chair', 'one': 'department chair', 'several': 'department chairs'},
        {'rank': 6, 'role_group': 'second_tier', 'one': 'second-tier leader', 'several': 'second-tier leaders'},
        {'rank': 7, 'role_group': 'commission_official', 'one': 'commission official', 'several': 'commission officials'}
    ], recursive := true);

-- D and F, one post a row: trained for sure, tied but perhaps later, or perhaps not this person at all.
create view judged_posts as
    with judged as (
        select 'D' as measure, day, country, role_group, sector, post_no, person, day as surely_by, day as perhaps_by
        from in_post
        where held
        union all
        select 'F', day, country, role_group, sector, post_no, person, surely_by, perhaps_by
        from appointments
    )
    select
        judged.*, qualifying,
        coalesce(surely_from <= surely_by, false) as surely,
        coalesce(dated_from <= perhaps_by, false) as dated,
        coalesce(perhaps_from <= perhaps_by, false) as perhaps
    from judged
    cross join (select distinct qualifying from ways_of_counting)
    left join (select * from trained_people where place = 'anywhere') using (person, qualifying);

-- C in the same way, one person a row, as the first days on which each holds.
create macro later_of(one_day, other_day) as if(one_day is null or other_day is null, null, greatest(one_day, other_day));

create view judged_people as
    select
        person, country, role_group, scope, entered, qualifying,
        later_of(entered, surely_from) as surely_from,
        later_of(entered, dated_from) as dated_from,
        later_of(entered, perhaps_from) as perhaps_from
    from ever_in_post
    cross join (select distinct qualifying from ways_of_counting)
    left join (select * from trained_people where place = 'anywhere') using (person, qualifying);

-- Of those who may have been meant, no more than had places: by institution and role group, the people or the places,
-- whichever are fewer; and never more than the people.
create view perhaps_trained as
    with unsure as (
        select measure, day, country, role_group, scope, qualifying, post_no::varchar as unit, person, perhaps_by
        from judged_posts
        join sector_scopes using (sector)
        where perhaps and not dated
        union all
        select 'C', day, country, role_group, scope, qualifying, person, person, day
        from judged_people
        join coverage_days on perhaps_from <= day and coalesce(dated_from > day, true)
    ),
    origins as (
        select
            unsure.* exclude (person, perhaps_by), trainings.institution_id, trainings.role_group as came_as, attendees,
            row_number() over (
                partition by measure, day, country, unsure.role_group, scope, qualifying, attendance_no order by unit
            ) as nth
        from unsure
        join trainings using (person)
        where not tied and trained_earliest <= perhaps_by and (british_council or qualifying = 'all')
    ),
    places_taken as (
        select
            measure, day, country, role_group, scope, qualifying, institution_id, came_as,
            least(count(distinct unit), sum(attendees) filter (nth = 1)) as people_at_most
        from origins
        group by all
    ),
    units as (
        select measure, day, country, role_group, scope, qualifying, count(*) as people_unsure from unsure group by all
    )
    select
        units.* exclude (people_unsure), least(any_value(people_unsure), sum(people_at_most))::bigint as people_perhaps
    from units
    join places_taken using (measure, day, country, role_group, scope, qualifying)
    group by all;

-- Each measure's counts, before those who may have been meant are added.
create macro first_measured(some_date, last_measured) as
    if(some_date <= last_measured, least(make_date(greatest(year(some_date), 2010), 12, 31), last_measured), null);

create view tallies as
    with listed as (
        select day, country, scope, count(*) as of
        from eligible_institutions
        join sector_scopes using (sector)
        group by all
    ),
    firsts as (
        select
            country, role_group, scope, qualifying,
            first_measured(entered, as_of) as entered,
            first_measured(surely_from, as_of) as surely_from,
            first_measured(dated_from, as_of) as dated_from,
            count(*) as how_often
        from judged_people
        cross join snapshot
        group by all
    )
    select measure, day, country, role_group, scope, qualifying,
        count(*) filter (surely) as n_low, count(*) filter (dated) as n_high, count(*) as of
    from judged_posts
    join sector_scopes using (sector)
    group by all
    union all
    select 'C', day, country, role_group, scope, qualifying,
        sum(how_often) filter (surely_from <= day), sum(how_often) filter (dated_from <= day), sum(how_often)
    from firsts
    join coverage_days on entered <= day
    group by all
    union all
    select 'G', day, country, 'all', scope, qualifying,
        count(*) filter (tiers = 3), count(*) filter (tiers_perhaps = 3), count(*)
    from trained_teams
    join sector_scopes using (sector)
    group by all
    union all
    select if(place = 'uk', 'B', 'A'), day, country, role_group, scope, qualifying,
        count(*) filter (surely_from <= day), count(*) filter (perhaps_from <= day), any_value(of)
    from eligible_institutions
    join reached_posts using (institution_id)
    join sector_scopes using (sector)
    join listed using (day, country, scope)
    where role_group <> 'commission_official'
    group by all
    union all
    -- the institutions stand below A and B where none of them was reached
    select unnest(['A', 'B']), day, country, role_group, scope, qualifying, 0, 0, of
    from listed
    cross join leadership_groups
    cross join (select distinct qualifying from ways_of_counting)
    where role_group <> 'commission_official';

-- Posts that stand empty and posts of which nobody knows; the one post of a listed institution that has no row as well.
create table empty_posts as
    with absent as (
        select day, institution_id, role_group
        from eligible_institutions
        cross join (select unnest(['vice_chancellor', 'registrar']) as role_group)
        anti join in_post using (day, institution_id, role_group)
    ),
    unheld as (
        select day, country, role_group, sector, state from in_post where not held
        union all
        select day, country, role_group, sector, 'not_known'
        from absent
        join eligible_institutions using (day, institution_id)
    )
    select
        day, country, role_group, scope,
        count(*) filter (state = 'vacant') as vacant, count(*) filter (state = 'not_known') as not_known
    from unheld
    join sector_scopes using (sector)
    group by all;

-- The seven measures for every day, country, role group ("all" for E and G), choice of sectors and way to count courses:
-- between n_low and n_high of "of"; a measure of a country without a listed institution is not there.
-- "exact": the owner of the data released the figure, as of the date of the data, and nothing smaller follows from it: E
-- stands with all its three parts or with none of them, B only where it is not nearly A.
-- "summed": where small numbers are guarded and E is not exact it is made of its parts as they are shown. Rounded from the
-- true sum it would tell a part beside two others that are known: no vacant post at any listed institution.
create table coverage as
    with cells as (
        select unnest(['A', 'B', 'C', 'D', 'F']) as measure, role_group from leadership_groups
        union all
        select 'G', 'all'
    ),
    placed as (
        select measure, day, country, role_group, scope, qualifying
        from cells
        cross join coverage_days
        cross join (select distinct country from listed_institutions)
        cross join (select distinct scope from sector_scopes)
        cross join (select distinct qualifying from ways_of_counting)
        where not (measure in ('A', 'B') and role_group = 'commission_official')
    ),
    counts as (
        select
            placed.*,
            max(coalesce(n_low, 0)) as n_low,
            max(coalesce(n_high, 0)) + coalesce(any_value(people_perhaps), 0) as n_high,
            max(coalesce(tallies.of, 0)) as of,
            coalesce(any_value(vacant), 0) as vacant,
            coalesce(any_value(not_known), 0) as not_known
        from placed
        left join tallies using (measure, day, country, role_group, scope, qualifying)
        left join perhaps_trained using (measure, day, country, role_group, scope, qualifying)
        left join empty_posts using (day, country, role_group, scope)
        group by all
    ),
    and_the_wording as (
        from counts
        union all by name
        select
            'E' as measure, day, country, 'all' as role_group, scope, qualifying,
            sum(n_low) as n_low, sum(n_high) as n_high, sum(of) as of, sum(vacant) as vacant, sum(not_known) as not_known,
            sum(as_shown(n_low)) as low_shown, sum(as_shown(n_high)) as high_shown, sum(as_shown(of)) as of_shown,
            sum(as_shown(vacant)) as vacant_shown, sum(as_shown(not_known)) as not_known_shown
        from counts
        where measure = 'D' and role_group in ('vice_chancellor', 'registrar', 'commission_official')
        group by all
    ),
    signed as (
        select
            and_the_wording.*,
            released.measure is not null
            and day = as_of and scope = 'all' and qualifying = 'british_council' and of >= 20 as released_here
        from and_the_wording
        cross join snapshot
        left join (select distinct * from released) as released using (measure, country, role_group)
    ),
    beside as (
        select
            signed.*,
            count(*) filter (
                released_here
                and measure = 'D' and role_group in ('vice_chancellor', 'registrar', 'commission_official')
            ) over one_country as parts_released,
            max(if(measure = 'A' and released_here, n_low, null)) over one_group as ever_reached
        from signed
        window
            one_country as (partition by day, country, scope, qualifying),
            one_group as (partition by day, country, scope, qualifying, role_group)
    )
    select
        measure, day, country, role_group, scope, qualifying,
        released_here
        and (measure <> 'E' or parts_released in (0, 3))
        and (measure <> 'B' or coalesce(ever_reached - n_low not between 1 and 9, true)) as exact,
        measure = 'E' and not exact as summed,
        if(summed, low_shown, beside.n_low)::bigint as n_low,
        if(summed, high_shown, beside.n_high)::bigint as n_high,
        if(summed, of_shown, beside.of)::bigint as of,
        if(summed, vacant_shown, if(measure in ('D', 'E'), beside.vacant, null))::bigint as vacant,
        if(summed, not_known_shown, if(measure in ('D', 'E'), beside.not_known, null))::bigint as not_known
    from beside;

-- Who left a post between two ends of a year: in it on the first, and a year later in no post of the group in the country.
create table leavers_by_year as
    with at_the_end as (
        select distinct day, country, role_group, scope, person
        from in_post
        join sector_scopes using (sector)
        where held and month(day) = 12 and day(day) = 31
    )
    select
        (before.day + interval 1 year)::date as day, before.country, before.role_group, before.scope,
        count(*) as in_post_before, count(*) filter (after.person is null) as leavers
    from at_the_end as before
    left join at_the_end as after
        on after.person = before.person
            and after.day = before.day + interval 1 year
            and after.country = before.country
            and after.role_group = before.role_group
            and after.scope = before.scope
    where before.day + interval 1 year in (select day from coverage_days)
    group by all;

-- What questions count beside the measures: posts by state, and institutions by their trained tiers.
create table held_posts as
    select day, country, role_group, state, count(*) as posts from in_post where held group by all;

create table teams_by_tiers as
    select day, qualifying, country, sector, tiers, count(*) as institutions from trained_teams group by all;

create macro in_words(some_date) as strftime(some_date, '%-d %B %Y');

-- "90 of 92", "between 51 and 63 of 92", or that there is nobody to count; of what may be shown.
create macro between_words(at_least, at_most, of_how_many, is_released) as
    case
        when of_how_many = 0 then 'nobody eligible on this date'
        when at_least = at_most or people_words(at_least, is_released) = people_words(at_most, is_released)
            then people_of_words(at_most, of_how_many, is_released)
        when people(at_least, is_released) is null
            then 'up to ' || people_of_words(at_most, of_how_many, is_released)
        else 'between ' || people_words(at_least, is_released) || ' and '
            || people_of_words(at_most, of_how_many, is_released)
    end;

-- The measures as they may be shown, on every day: shares, and numbers in words. A range has no single share, unless both
-- its ends are shown as the same one.
create macro shown_coverage(wanted_countries, wanted_sectors, wanted_courses) as table
    with ends as (
        select coverage.*, people_pct(n_low, of, exact) as at_least_pct, people_pct(n_high, of, exact) as at_most_pct
        from coverage
        where matches(country, wanted_countries)
            and scope = scope_of(wanted_sectors)
            and qualifying = wanted_courses
    )
    select
        measure, day, country, role_group,
        people(n_low, exact) as n_low, people(n_high, exact) as n_high, people(of, exact) as of,
        people(vacant, false) as vacant, people(not_known, false) as not_known,
        people_words(vacant, false) as vacant_words, people_words(not_known, false) as not_known_words,
        if(at_least_pct = at_most_pct, at_most_pct, null) as share,
        if(at_least_pct is distinct from at_most_pct, at_least_pct, null) as share_low,
        if(at_least_pct is distinct from at_most_pct, at_most_pct, null) as share_high,
        between_words(n_low, n_high, of, exact) as n_of_n,
        if(guarded() and not exact, 'about ', '') as nearly
    from ends;

-- The role groups asked for; without a choice the vice-chancellors alone.
create macro groups_asked(wanted_groups) as if(len(wanted_groups) = 0, ['vice_chancellor'], wanted_groups);

-- "34 places now, two courses of 22"; the courses only where their size is known.
create macro places_and_courses(how_many_places, some_day, size_of_course) as
    format('{:d} place{}{}', how_many_places, if(how_many_places = 1, '', 's'), some_day)
    || coalesce(
        format(', {} of {:d}', counted_in_words(ceil(how_many_places / size_of_course)::bigint, 'course'), size_of_course),
        ''
    );
