-- What becomes of awards and partnerships: when the money ended, what was renewed, what still runs, once.
-- An award is a row of partnerships; one that renews another by name is the same partnership, and one more award.

-- Every award of the base in its chain, with the day on which its money ended and the first day of what renewed it.
-- "first_award": the award that began the chain; one whose predecessor is not in the base begins its own.
-- "renewed_on": an award without a date renews on the date of the data, since no earlier day can be shown.
-- "money_over": the last day of the programme's money. "award_over": the same, else the stated end.
create table lifetimes as
    with recursive chains as (
        select partnership_id, partnership_id as first_award
        from base_partnerships
        where renewed_from is null or renewed_from not in (select partnership_id from base_partnerships)
        union
        select later.partnership_id, first_award
        from base_partnerships as later
        join chains on later.renewed_from = chains.partnership_id
    ),
    renewals as (
        select renewed_from as partnership_id, min(coalesce(active_from, as_of)) as renewed_on
        from base_partnerships
        cross join snapshot
        where renewed_from is not null
        group by renewed_from
    )
    select
        partnership_id,
        coalesce(first_award, partnership_id) as first_award,
        active_from, active_to,
        start_earliest as stated_start, end_latest as stated_end,
        funded_to_latest as money_over,
        coalesce(funded_to_latest, end_latest) as award_over,
        renewed_on
    from base_partnerships
    join partnerships using (partnership_id)
    left join chains using (partnership_id)
    left join renewals using (partnership_id);

-- A partnership from its first award to its last: begun on a stated day, alive until the latest day that any of its
-- awards shows. "ended": that day is a stated end. Else nobody knows how much longer it ran.
create table partnership_lives as
    select
        first_award,
        min(stated_start) filter (partnership_id = first_award) as begun_on,
        max(active_to) as alive_to,
        coalesce(max(stated_end) >= max(active_to), false) as ended
    from lifetimes
    group by first_award;

create macro active_on(first_day, last_day, some_day) as
    coalesce(first_day <= some_day and last_day >= some_day, false);

-- Funding ended by a day; and of those, sustained: still active on the day, or renewed by it.
create macro money_ended(some_money_over, some_day) as coalesce(some_money_over <= some_day, false);

create macro renewed_by(some_renewal, some_day) as coalesce(some_renewal <= some_day, false);

create macro sustained(some_money_over, first_day, last_day, some_renewal, some_day) as
    money_ended(some_money_over, some_day)
    and (active_on(first_day, last_day, some_day) or renewed_by(some_renewal, some_day));

-- In which calendar year an award stopped being active: that of its last day, unless it still ran on the date of the data.
create macro ended_in(last_day, some_stated_end, data_day) as
    if(last_day < data_day or some_stated_end = data_day, year(last_day), null);

-- The counted partnerships in which one of the institutions asked for has a part; without any asked for, all of them.
create macro with_institutions(wanted_institutions) as table
    select partnership_id
    from base_partnerships
    where len(wanted_institutions) = 0
        or partnership_id in (select partnership_id from members where list_contains(wanted_institutions, institution_id));

-- Each counted award in each calendar year asked for, of those from the first to the last in which any was active.
-- "in_year": active on at least one day of it.
create macro active_years(
    wanted_countries, wanted_programmes, wanted_years, wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors,
    wanted_institutions
) as table
    with lived as (
        select
            partnership_id,
            year(active_from) as first_year,
            least(year(active_to), year(as_of)) as last_year,
            ended_in(active_to, stated_end, as_of) as end_year,
            stated_end
        from counted(
            wanted_countries, wanted_programmes, wanted_years, wanted_strands, wanted_subjects, wanted_uk_groups,
            wanted_sectors
        )
        semi join with_institutions(wanted_institutions) using (partnership_id)
        join lifetimes using (partnership_id, active_from, active_to)
        cross join snapshot
        where active_from <= active_to
    ),
    years as (
        select unnest(range(min(first_year), max(last_year) + 1)) as year from lived
    )
    select *, year between first_year and last_year as in_year
    from years
    cross join lived
    where len(wanted_years) = 0 or year between wanted_years[1] and wanted_years[2];

-- The counted awards with what becomes of them, on a day of measure: no year narrows which, or those that ended before
-- it would fall out of the count.
create macro measured_awards(
    wanted_countries, wanted_programmes, wanted_years, wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors
) as table
    select
        counted.partnership_id, counted.country, counted.strand,
        first_award,
        money_ended(money_over, measured_on(wanted_years)) as is_money_over,
        money_ended(award_over, measured_on(wanted_years)) as is_award_over,
        renewed_by(renewed_on, measured_on(wanted_years)) as is_renewed,
        sustained(money_over, lifetimes.active_from, lifetimes.active_to, renewed_on, measured_on(wanted_years)) as is_sustained
    from counted(
        wanted_countries, wanted_programmes, [], wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors
    ) as counted
    join lifetimes using (partnership_id);

-- The partnerships whose first award is counted and has a stated start, as seen on a day of measure: alive from
-- begun_on to seen_to, and "is_ended" where a stated end fell by that day.
create macro measured_lives(
    wanted_countries, wanted_programmes, wanted_years, wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors
) as table
    select
        partnership_id,
        counted.country,
        begun_on,
        least(alive_to, measured_on(wanted_years)) as seen_alive_to,
        ended and alive_to <= measured_on(wanted_years) as is_ended,
        measured_on(wanted_years) as seen_on
    from counted(
        wanted_countries, wanted_programmes, [], wanted_strands, wanted_subjects, wanted_uk_groups, wanted_sectors
    ) as counted
    join partnership_lives on first_award = partnership_id
    where begun_on <= least(alive_to, measured_on(wanted_years));

-- When something ends, as seen from the date of the data: "in 45 days, on 14 February 2019"; without a day "in 2019".
create macro ending_in_words(some_day, how_precise, data_day) as
    case when how_precise = 'day' then 'in ' || date_diff('day', data_day, some_day) || ' days, on ' else 'in ' end
    || date_in_words(some_day, how_precise);
