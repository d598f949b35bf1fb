/*
question = "How much do public sources show of each?"
row      = "one thing that is counted, of one side"
key      = ["side", "headline"]
chart    = { form = "before_after", label = "label", value = "value", colour = "side", unit = "unit" }
finding  = { kind = "ahead", by = "side", label = "label", value = "value", of = "counts" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "leadership_events", "tne_programmes", "tne_enrolments", "researcher_workshops", "snapshot"]
kinds    = ["record"]
caveat   = "Read each count as “at least”. Leadership courses and workshops are counted for whole countries and programmes, not for single institutions. Of an institution are counted those that it is linked with, not itself."

[params]
usual = ["side", "country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: shown active, taught or held on at least one day of them; empty means all" }
institution = { type = "VARCHAR[]", meaning = "partnerships in which one of these institutions has a part; empty means all" }

[columns]
side     = { type = "VARCHAR", words = "side", label = "Side" }
headline = { type = "VARCHAR", hidden = true }
label    = { type = "VARCHAR", label = "What is counted" }
value    = { type = "DOUBLE", label = "Count" }
unit     = { type = "VARCHAR", hidden = true }
*/
with linked as (
    select uk_id, partner_id
    from links($country, $programme, $years, [], [], [], [])
    where linked_with(uk_id, partner_id, $institution)
),
counts as (
    select 1 as rank, 'partnerships' as headline, 'Partnerships' as label, count(*) as value
    from counted($country, $programme, $years, [], [], [], [])
    semi join with_institutions($institution) using (partnership_id)
    union all
    select 2, 'links', 'Links between institutions', count(*) from linked
    union all
    select 3, 'uk_institutions', 'UK institutions linked', count(distinct uk_id) from linked
    union all
    select 4, 'partner_institutions', 'Partner institutions linked', count(distinct partner_id) from linked
    union all
    select 5, 'courses', 'Transnational courses', count(*)
    from taught_courses($country, $programme, $years, [], [], [])
    semi join with_institutions($institution) using (partnership_id)
    union all
    select 6, 'leadership', 'Leadership courses held', count(*) from courses($country, $programme, $years)
    where len($institution) = 0
    union all
    select 7, 'workshops', 'Workshops for researchers', count(*) from workshops($country, $programme, $years)
    where len($institution) = 0
)
select
    $side as side,
    headline,
    side_words(headline, label, $institution) as label,
    value::double as value,
    '' as unit
from counts
where (len($institution) = 0 or rank < 6)
    and tells_of(headline, $institution)
    and exists (select 1 from base_partnerships where matches(country, $country))
order by rank
