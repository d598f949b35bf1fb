/*
question = "Is the Russell Group over-represented?"
row      = "one set of UK universities: those linked, and all on the register"
key      = ["universities_of"]
chart    = { form = "share_bars", label = "universities_of", value = "russell_group", total = "universities" }
finding  = { kind = "against", what = "in the Russell Group", label = "universities_of", value = "russell_group", total = "universities" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "snapshot", "register"]
caveat   = "Linked institutions that are not on the register of UK universities, such as the British Council, are left out of both. The Russell Group names 24 universities."

[params]
usual = ["country", "programme", "years", "strand", "subject", "sector"]

[columns]
universities_of = { type = "VARCHAR", words = "universities_of", label = "UK universities" }
russell_group   = { type = "BIGINT", unit = "universities", label = "In the Russell Group" }
universities    = { type = "BIGINT", unit = "universities", label = "Of" }
institution_ids = { type = "VARCHAR[]", hidden = true, note = "those in the Russell Group" }
*/
with registered as (
    select institution_id, uk_group_of(mission_group) as uk_group from register where country = 'GBR'
),
linked as (
    select distinct uk_id as institution_id
    from links($country, $programme, $years, $strand, $subject, [], $sector)
    join registered on registered.institution_id = uk_id
)
select
    universities_of,
    count(*) filter (uk_group = 'russell_group') as russell_group,
    count(*) as universities,
    coalesce(list(institution_id order by institution_id) filter (uk_group = 'russell_group'), []) as institution_ids
from (
    select 'linked' as universities_of, institution_id, uk_group from linked join registered using (institution_id)
    union all
    select 'register', institution_id, uk_group from registered where exists (select 1 from linked)
)
group by universities_of
order by universities_of
