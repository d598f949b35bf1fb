-- What differs between two editions of the data. "changes" holds the cells that differ, "changed_tables" how many rows of
-- each table: against the edition before, or against any earlier one where two are compared. "earlier_rows" are the rows
-- of that earlier one as named_rows has them here, since a removed row has no name any more.

-- Every row that may be named, with its title and its sources. Rows about persons have no name.
create table named_rows as
    select 'institutions' as table_name, institution_id as row_id, name as title, coalesce(ror_id, website) as source_url
    from institutions
    union all
    select 'programmes', programme_id, name, source_url from programmes
    union all
    select 'partnerships', partnership_id, title, source_url from partnerships
    union all
    select 'partnership_members', partnership_id || ' / ' || institution_id, name || ' in ' || title, source_url
    from partnership_members
    join partnerships using (partnership_id)
    join institutions using (institution_id)
    union all
    select 'tne_programmes', tne_id, title, source_url from tne_programmes
    union all
    select 'tne_enrolments', tne_id || ' / ' || year, title || ', ' || year, source_url
    from tne_enrolments
    join tne_programmes using (tne_id)
    union all
    select 'leadership_events', event_id, name, source_url from leadership_events
    union all
    select 'researcher_workshops', workshop_id, name, source_url from researcher_workshops
    union all
    select 'impact_evidence', evidence_id, summary, source_url from impact_evidence
    union all
    select 'claims', claim_id, coalesce(what_was_counted(note), metric), source_url from claims
    union all
    select 'register', institution_id, name, coalesce(ror_id, website) from register;

-- What became of a row: ended where its status says so or where an end that has passed was stated for the first time;
-- any other turn of its status is told apart from a correction.
create macro kind_of_change(what_happened, which_column, said_before, said_after, data_day) as
    case
        when what_happened in ('added', 'removed') then what_happened
        when which_column in ('name', 'title', 'short_name') then 'renamed'
        when which_column = 'status' and said_after in ('completed', 'dormant', 'cancelled') then 'ended'
        when which_column = 'status' then 'status'
        when which_column = 'end_date' and said_before is null and said_after <= data_day::varchar then 'ended'
        else 'corrected'
    end;

-- The day on which a status was reported goes with the status where both differ.
create macro classified_changes() as table
    with told as (
        select
            table_name, row_id, column_name, before, after,
            kind_of_change(change, column_name, before, after, as_of) as kind
        from changes
        cross join snapshot
    )
    select
        * replace (
            coalesce(
                if(column_name = 'status_as_of', max(kind) filter (column_name = 'status') over one_row, null), kind
            ) as kind
        )
    from told
    window one_row as (partition by table_name, row_id);
