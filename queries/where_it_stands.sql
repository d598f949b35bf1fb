-- Where a programme stands: its headlines year by year, once, for the wall, for two sides and for two editions of data.
-- The day of a year is its last one, or the date of the data in the year that is not over.

create table headline_years as
    with years as (
        select
            unnest(range(least(coalesce(min(year(active_from)), year(as_of)), year(as_of)), year(as_of) + 1)) as year,
            as_of
        from snapshot
        left join base_partnerships on true
        group by as_of
    )
    select year, least(make_date(year, 12, 31), as_of) as day from years;

create table headline_names as
    select rank::bigint as rank, headline, is_people, label, unit
    from (values
        (1, 'partnerships_active', false, 'Active partnerships', 'partnerships'),
        (2, 'uk_institutions', false, 'UK institutions linked', 'institutions'),
        (3, 'partner_institutions', false, 'Partner institutions linked', 'institutions'),
        (4, 'sustained', false, 'Still running after funding ended', '%'),
        (5, 'vice_chancellors', true, 'Vice-chancellors in post who are trained', '%'),
        (6, 'institutions_reached', true, 'Institutions whose vice-chancellor was ever reached', '%'),
        (7, 'learners', true, 'Learners on courses', 'learners'),
        (8, 'researchers', true, 'Young researchers trained so far', 'people')
    ) as names(rank, headline, is_people, label, unit);

-- What the training of researchers sets out to reach: the target where there is one, else the newest published figure.
create table researcher_aims as
    select
        country, value as aim,
        if(qualifier = '', '', qualifier || ' ') || format('{:,}', value::bigint) as figure,
        if(kind = 'target', 'a target of ' || figure, figure || ' published') as aim_words,
        if(kind = 'target', aim_words, 'published: ' || figure) as aim_alone
    from figures
    where metric = 'researchers_trained' and programme = 'inspire'
    qualify row_number() over (partition by country order by kind desc, as_of_latest desc nulls last, claim_id) = 1;

-- Of single institutions only the other side's institutions are a headline: on its own side it counts itself.
create macro tells_of(some_headline, wanted_institutions) as
    some_headline not in (
        select if(country = 'GBR', 'uk_institutions', 'partner_institutions')
        from institutions
        where list_contains(wanted_institutions, institution_id)
    );

create macro side_words(some_headline, some_label, wanted_institutions) as
    if(
        len(wanted_institutions) > 0 and some_headline in ('uk_institutions', 'partner_institutions'),
        'Institutions that it is linked with', some_label
    );

-- Exact counts of partnerships and institutions, a year at a time: the same as on the pages of partnerships.
create macro partnership_headlines(wanted_countries, wanted_programmes, wanted_institutions) as table
    with chosen as (
        select lifetimes.*
        from counted(wanted_countries, wanted_programmes, [], [], [], [], []) as counted
        semi join with_institutions(wanted_institutions) using (partnership_id)
        join lifetimes using (partnership_id)
    ),
    ends as (
        select *
        from links(wanted_countries, wanted_programmes, [], [], [], [], [])
        where linked_with(uk_id, partner_id, wanted_institutions)
    )
    select
        'partnerships_active' as headline, year, null::varchar as country,
        count(*) filter (touches(active_from, active_to, [year, year])) as n_low, n_low as n_high, null::bigint as of
    from headline_years
    cross join chosen
    group by year
    union all
    select unnest(['uk_institutions', 'partner_institutions']), year, null, unnest([uk, partner]), unnest([uk, partner]), null
    from (
        select year, count(distinct uk_id) as uk, count(distinct partner_id) as partner
        from headline_years
        left join ends on touches(active_from, active_to, [year, year])
        where exists (from chosen)
        group by year
    )
    union all
    select
        'sustained', year, null,
        count(*) filter (sustained(money_over, active_from, active_to, renewed_on, day)), null,
        count(*) filter (money_ended(money_over, day))
    from headline_years
    cross join chosen
    group by year, day;

-- Exact counts of people, a country and a year at a time; none for single institutions. They never leave but through
-- headline_figures(). Leadership is not divided by programme; of researchers INSPIRE's own workshops are counted.
create macro people_headlines(wanted_countries, wanted_programmes, wanted_institutions) as table
    with counts as (
        select
            if(measure = 'D', 'vice_chancellors', 'institutions_reached') as headline,
            year, country, n_low, n_high, of, exact
        from coverage
        join headline_years using (day)
        where measure in ('A', 'D') and role_group = 'vice_chancellor' and scope = 'all' and qualifying = 'british_council'
        union all
        select 'learners', year, country, sum(learners), sum(learners), null, false
        from learners([], wanted_programmes, [], [], [], [])
        group by year, country
        union all
        select 'researchers', headline_years.year, country, sum(trained), sum(trained), null, false
        from headline_years
        join base_workshops on year(held_from) <= headline_years.year
        where family = 'inspire' and matches('inspire', wanted_programmes)
        group by headline_years.year, country
    )
    select * from counts where matches(country, wanted_countries) and len(wanted_institutions) = 0;

-- "79 to 80 of 166"; one number where the two are shown alike.
create macro range_words(at_least, at_most, of_how_many, is_released) as
    people_words(at_least, is_released)
    || if(people_words(at_most, is_released) = people_words(at_least, is_released), '', ' to ' || people_words(at_most, is_released))
    || if(of_how_many is null, '', ' of ' || people_words(of_how_many, is_released));

-- The headlines as they may be shown: "words", and "amount", a count, or a per cent of the "base". Under the rule for small numbers two
-- countries are named apart in words, and an amount is made of what is shown of each.
create macro headline_figures(wanted_countries, wanted_programmes, wanted_institutions) as table
    with figures_shown as (
        select
            headline, year,
            count(n_low) as known,
            string_agg(
                country_in_words(country) || ' ' || range_words(n_low, n_high, of, exact), '; ' order by country desc
            ) as words_apart,
            range_words(sum(n_low), sum(n_high), sum(of), bool_and(exact)) as words_together,
            if(count(people(n_low, exact)) = count(*), sum(people(n_low, exact)), null) as shown,
            if(bool_and(of = 0 or people_pct(n_low, of, exact) is not null), sum(people(of, exact)), null) as shown_of,
            count(of) > 0 as is_share
        from people_headlines(wanted_countries, wanted_programmes, wanted_institutions)
        group by headline, year
    )
    select
        headline, year,
        if(known > 1 and guarded(), words_apart, words_together) as words,
        if(is_share, 100.0 * shown / nullif(shown_of, 0), shown)::double as amount,
        if(is_share, shown_of, shown)::bigint as base
    from figures_shown
    union all
    select
        headline, year,
        format('{:,}', n_low) || if(of is null, '', ' of ' || format('{:,}', of)),
        if(of is null, n_low, 100.0 * n_low / nullif(of, 0))::double,
        coalesce(of, n_low)
    from partnership_headlines(wanted_countries, wanted_programmes, wanted_institutions);

-- The headlines as they stood in a year: each of the latest year until then that states it.
create macro headlines_by(wanted_countries, wanted_programmes, wanted_institutions, last_wanted_year) as table
    -- max_by() would pass over a null and give the amount of an earlier year
    select
        headline, max(year) as year, max_by(words, year) as words,
        arg_max_null(amount, year) as amount, arg_max_null(base, year) as base
    from headline_figures(wanted_countries, wanted_programmes, wanted_institutions)
    where year <= last_wanted_year and words <> 'not stated'
    group by headline;
