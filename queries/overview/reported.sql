/*
question = "What did INSPIRE report, and how much can be shown by name?"
row      = "one reported figure, or two that stand together"
key      = ["tile"]
chart    = { form = "tiles", label = "label", value = "reported", number = "figure", qualifier = "qualifier", unit = "unit", shown = "shown", shown_words = "shown_words", place = "place", sentence = "sentence", source = "source_url" }
finding  = { kind = "none" }
reads    = ["claims", "programmes", "partnerships", "partnership_members", "institutions", "leadership_events", "researcher_workshops", "snapshot"]
caveat   = "As reported at the time, with its own “about” or “up to”. What is shown by name is what public sources hold: at least that many, and no measure of what was done."
kinds    = ["record"]

[params]
usual = ["country"]

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
    select tile, label, list_position(metrics, metric) as rank, figures.*
    from asked
    join figures on figures.country = asked_country and metric in metrics and kind = 'published' and programme = 'inspire'
    -- the newest figure of each metric; of a percentage every publication, since each is of another group
    qualify unit = 'percent' or row_number() over (partition by tile, metric order by as_of_latest desc nulls last) = 1
),
reported as (
    select
        tile,
        label,
        country,
        list(format('{:,}', value::bigint) order by rank, as_of_latest) as numbers,
        list(counted order by rank, as_of_latest) as groups,
        list(counted || if(unit = 'percent', ' (' || date_words || ')', '') order by rank, as_of_latest) as wordings,
        flatten(list(sources_of(source_url) order by rank, as_of_latest)) as all_sources,
        list(date_words order by as_of_latest nulls last) as dates,
        list({'figure': value, 'unit': if(unit = 'percent', '%', unit), 'qualifier': qualifier, 'source_url': source_url}
            order by rank, as_of_latest)[1] as first,
        max(as_of_latest) as until
    from published
    group by tile, label, country
),
courses_then as (
    select tile, count(start_date) as dated, count(*) - count(start_date) as undated
    from reported
    join held_courses using (country)
    where tile = 3 and family = 'inspire' and (start_earliest <= until or start_earliest is null)
    group by tile
),
shown_by_name as (
    select reported.*, first.*, dated, undated, coalesce(ids, []) as partnership_ids, awards
    from reported
    left join courses_then using (tile)
    left join inspire_by_name as named
        on named.country = reported.country
        and strand = case when tile in (1, 6) then 'strategic_partnership' when tile = 2 then 'tne' end
)
select
    tile::bigint as tile,
    label,
    qualifier,
    array_to_string(said_once(numbers), ' and ') as reported,
    unit,
    case when tile in (1, 2, 6) then len(partnership_ids) when tile = 3 then dated + undated end as shown,
    case tile
        when 3 then dated || ' dated, ' || undated || ' undated'
        when 4 then 'published ' || times_in_words(len(numbers)) || ', of ' || counted_in_words(len(said_once(groups)), 'group')
        when 5 then workshops
        when 6 then len(partnership_ids) || ' project by name, ' || counted_in_words(coalesce(awards, 0), 'award')
        else if(partnership_ids = [], 'none of them by name', len(partnership_ids) || ' shown by name')
            || if(awards > len(partnership_ids), ', in ' || awards || ' awards', '')
    end as shown_words,
    if(contains(source_url, 'britishcouncil'), 'British Council page', site_of(source_url))
        || ', ' || array_to_string(said_once(dates), ', ') as place,
    array_to_string(said_once(wordings), '; ') as sentence,
    array_to_string(said_once(all_sources), '; ') as source_url,
    country,
    figure,
    partnership_ids
from shown_by_name
cross join inspire_workshops
order by tile
