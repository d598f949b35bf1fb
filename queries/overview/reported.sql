/*
question = "What did INSPIRE report, and how much can be shown by name?"
row      = "one reported figure, or two that stand together"
key      = ["tile"]
chart    = { form = "tiles", label = "label", value = "reported", number = "figure", qualifier = "qualifier", unit = "unit", shown = "shown", shown_words = "shown_words", place = "place", sentence = "sentence", source = "source_url" }
finding  = { kind = "none" }
reads    = ["claims", "programmes", "partnerships", "partnership_members", "institutions", "leadership_events", "researcher_workshops", "snapshot"]
caveat   = "As reported at the time, with its own “about” or “up to”. What is shown by name is what public sources hold: at least that many, and no measure of what was done."

[params]
country = { type = "VARCHAR[]", meaning = "partner countries, ISO alpha-3; empty means all" }

[columns]
tile            = { type = "BIGINT", hidden = true }
label           = { type = "VARCHAR", label = "What" }
qualifier       = { type = "VARCHAR", label = "Said as", note = "the source's own word; empty where the figure stands alone" }
reported        = { type = "VARCHAR", label = "Reported" }
unit            = { type = "VARCHAR" }
shown           = { type = "BIGINT", label = "Shown by name", note = "empty where names are not what is counted" }
shown_words     = { type = "VARCHAR", label = "In this record" }
place           = { type = "VARCHAR", label = "Where and when" }
sentence        = { type = "VARCHAR", label = "What the source counted" }
source_url      = { type = "VARCHAR", label = "Source" }
country         = { type = "VARCHAR", words = "country", label = "Country" }
figure          = { type = "DOUBLE", hidden = true, note = "the first reported figure as a number" }
partnership_ids = { type = "VARCHAR[]", hidden = true, note = "the partnerships shown by name; a renewed one stands once" }
*/
with asked as (
    select *
    from (values
        (1, 'PAK', ['partnerships_active'], 'strategic partnerships running in Pakistan'),
        (2, 'PAK', ['tne_partnerships'], 'transnational education partnerships in Pakistan'),
        (3, 'PAK', ['leadership_programmes_held'], 'leadership programmes in Pakistan'),
        (4, 'PAK', ['leaders_trained_pct', 'vice_chancellors_trained_pct'],
            'vice-chancellors, registrars and senior HEC officials trained'),
        (5, 'PAK', ['researchers_trained'], 'young researchers trained in Pakistan'),
        (6, 'BGD', ['projects_supported', 'partnerships_sustained'], 'projects, and sustained partnerships, in Bangladesh')
    ) as tiles(tile, asked_country, metrics, label)
    where matches(asked_country, $country)
),
published as (
    select tile, asked_country, label, claims.*, list_position(metrics, metric) as rank
    from asked
    join claims on claims.country = asked_country and metric in metrics and claims.kind = 'published'
    join programmes on programmes.programme_id = claims.programme_id and family = 'inspire'
    -- the newest figure of each metric; of a percentage every publication, since each is of another group
    qualify unit = 'percent' or row_number() over (partition by tile, metric order by as_of_latest desc nulls last) = 1
),
figures as (
    select
        tile,
        label,
        asked_country as country,
        list(format('{:,}', value::bigint) order by rank, as_of_latest) as values_said,
        list(what_was_counted(note) order by rank, as_of_latest) as groups_said,
        list(reported_when(note, as_of_earliest, as_of_precision) order by as_of_latest nulls last) as dates_said,
        first(value order by rank, as_of_latest) as figure,
        first(if(unit = 'percent', '%', unit) order by rank, as_of_latest) as unit,
        first(qualifier_of(note) order by rank, as_of_latest) as qualifier,
        first(source_url order by rank, as_of_latest) as source_url,
        max(as_of_latest) as until
    from published
    group by tile, label, asked_country
),
inspire as (
    select partnership_id, country, strand, renewed_from from counted($country, ['inspire'], [], [], [], [], [])
),
named as (
    select
        country,
        strand,
        -- an award that renews another one by name is the same partnership
        list(partnership_id order by partnership_id)
            filter (renewed_from is null or renewed_from not in (select partnership_id from inspire)) as ids,
        count(*) as awards
    from inspire
    group by country, strand
),
workshops as (
    select
        count(*) filter (master_trainers is null) as held,
        sum(participants) filter (master_trainers is null) as people,
        sum(master_trainers) as trainers
    from researcher_workshops
    join programmes using (programme_id)
    where family = 'inspire' and programmes.country = 'PAK'
),
shown_by_name as (
    select
        figures.*,
        coalesce(case when tile in (1, 6) then strategic.ids when tile = 2 then tne.ids end, []) as partnership_ids,
        coalesce(strategic.awards, 0) as awards,
        case when tile = 3 then (
            select {'dated': count(start_date), 'undated': count(*) - count(start_date)}
            from courses(['PAK'], ['inspire'], [])
            where start_earliest <= until or start_earliest is null
        ) end as held
    from figures
    left join named as strategic on strategic.country = figures.country and strategic.strand = 'strategic_partnership'
    left join named as tne on tne.country = figures.country and tne.strand = 'tne'
)
select
    tile::bigint as tile,
    label,
    qualifier,
    array_to_string(said_once(values_said), ' and ') as reported,
    unit,
    case when tile in (1, 2, 6) then len(partnership_ids) when tile = 3 then held.dated + held.undated end as shown,
    case tile
        when 3 then held.dated || ' dated, ' || held.undated || ' undated'
        when 4 then 'published ' || times_in_words(len(values_said)) || ', of ' || counted_in_words(len(said_once(groups_said)), 'group')
        when 5 then (
            select workshops.held || ' of the workshops, ' || coalesce(people || ' people', 'no head count')
                || coalesce(', and the ' || trainers || ' master trainers', '') from workshops
        )
        when 6 then len(partnership_ids) || ' project by name, ' || counted_in_words(awards, 'award')
        else if(partnership_ids = [], 'none of them by name', len(partnership_ids) || ' shown by name')
    end as shown_words,
    if(contains(source_url, 'britishcouncil'), 'British Council page, ', site_of(source_url) || ', ')
        || array_to_string(said_once(dates_said), ', ') as place,
    array_to_string(said_once(groups_said), '; ') as sentence,
    source_url,
    country,
    figure,
    partnership_ids
from shown_by_name
order by tile
