/*
question = "How do the headlines compare?"
row      = "one headline of one side"
key      = ["side", "headline"]
chart    = { form = "before_after", label = "label", value = "value", colour = "side", unit = "unit", words = "words" }
finding  = { kind = "ahead", by = "side", label = "label", value = "value", words = "words", of = "headlines" }
reads    = ["partnerships", "partnership_members", "institutions", "programmes", "leadership_events", "leadership_attendance", "leadership_posts", "tne_programmes", "tne_enrolments", "researcher_workshops", "released", "snapshot"]
kinds    = ["programme", "demonstration"]
caveat   = "Each headline is of the last of the years chosen, or of the latest year before it that states the number. People are counted for whole countries: not for single institutions, and leadership not for single programmes. Of an institution are counted those that it is linked with, not itself."

[params]
usual = ["side", "country", "programme"]
unguarded = ["programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year: the headlines are of the last one; empty means the date of the data" }
institution = { type = "VARCHAR[]", meaning = "partnerships in which one of these institutions has a part; empty means all" }

[columns]
side      = { type = "VARCHAR", words = "side", label = "Side" }
headline  = { type = "VARCHAR", label = "Headline key", hidden = true }
label     = { type = "VARCHAR", label = "Headline" }
year      = { type = "BIGINT", unit = "calendar year" }
value     = { type = "DOUBLE", people = true, note = "a count, or a per cent" }
unit      = { type = "VARCHAR" }
words     = { type = "VARCHAR", label = "In words", people = true }
is_people = { type = "BOOLEAN", hidden = true, note = "counts people, so the rule for small numbers holds in this row" }
rank      = { type = "BIGINT", unit = "rows", hidden = true, note = "the order in which people read the headlines" }
*/
select
    $side as side,
    headline,
    side_words(headline, label, $institution) as label,
    year,
    amount as value,
    unit,
    words,
    is_people,
    rank
from headlines_by($country, $programme, $institution, year(measured_on($years)))
join headline_names using (headline)
where (len($programme) = 0 or headline not in ('vice_chancellors', 'institutions_reached'))
    and tells_of(headline, $institution)
order by rank
