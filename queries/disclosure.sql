-- Beside the rule for small numbers: which single figures of a programme the owner of its data has signed.

-- Whether a figure may be exact: signed for its measure, country and role group ("all" where several are put together),
-- on a base of 20 or more, on the date of the data. On any other day it is rounded like the rest: the difference
-- between two days that are both exact would say how many were reached in between.
create macro is_signed(some_measure, some_country, some_group, some_base, some_day) as
    coalesce(some_base >= 20, false)
    and some_day = (select as_of from snapshot)
    and some_measure || '/' || some_country || '/' || some_group in (
        select measure || '/' || released.country || '/' || role_group from released
    );
