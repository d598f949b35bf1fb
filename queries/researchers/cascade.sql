/*
question = "How far did the master trainers carry it?"
row      = "one partner country"
key      = ["country"]
chart    = { form = "arithmetic", label = "for_whom", steps = "steps", result = "result" }
finding  = { kind = "none" }
reads    = ["researcher_workshops", "programmes", "institutions", "snapshot"]
caveat   = "INSPIRE's workshops: some were for those who would train others, the rest were held by them. Only workshops with a head count give people."
needs    = ["researcher_workshops"]
nothing  = "No workshop in this data says how many were trained to train others."

[params]
usual = ["country"]

[columns]
country        = { type = "VARCHAR", words = "country", label = "For" }
for_whom       = { type = "VARCHAR", hidden = true, note = "the country in words" }
steps          = { type = "VARCHAR[]", label = "From trainers to trained", people = true }
result         = { type = "VARCHAR", label = "For each trainer", people = true }
workshops      = { type = "BIGINT", unit = "workshops", label = "Workshops that followed" }
without_number = { type = "BIGINT", unit = "workshops", label = "Of these, without a head count" }
workshop_ids   = { type = "VARCHAR[]", hidden = true }
*/
with sums as (
    select
        country,
        sum(master_trainers) as trainers,
        sum(trained) filter (trained > 0) as trained,
        count(*) filter (coalesce(master_trainers, 0) = 0) as workshops,
        count(*) filter (coalesce(master_trainers, 0) = 0 and trained is null) as without_number,
        list(workshop_id order by workshop_id) as workshop_ids
    from base_workshops
    where family = 'inspire'
    group by country
)
select
    country,
    country_in_words(country) as for_whom,
    [
        people_words(trainers, false) || ' master trainers',
        counted_in_words(workshops, 'workshop')
            || if(without_number between 1 and workshops - 1, ' (' || number_in_words(without_number) || ' without a head count)', ''),
        if(trained is null, 'no head count', people_words(trained, false) || ' researchers')
    ] as steps,
    coalesce(
        if(without_number > 0, 'at least ', '')
            || round(people(trained, false) / people(trainers, false))::bigint || ' researchers for each trainer',
        'how many for each trainer is not known'
    ) as result,
    workshops,
    without_number,
    workshop_ids
from sums
where trainers > 0 and matches(country, $country)
order by country desc
