/*
question = "Where were the workshops held?"
row      = "one city, or a country where the city is not stated"
key      = ["place_country", "place"]
chart    = { form = "ranked_bars", label = "place", value = "workshops", limit = 12 }
finding  = { kind = "leader", label = "place", value = "workshops", unit = "workshops" }
reads    = ["researcher_workshops", "programmes", "institutions"]
caveat   = "Workshops for researchers with a UK part, INSPIRE's or another programme's. A workshop abroad stands where it was held."
needs    = ["researcher_workshops"]

[params]
usual = ["country", "programme"]
years = { type = "INTEGER[]", meaning = "first and last calendar year, inclusive: held on at least one day of them; empty means all" }

[columns]
place         = { type = "VARCHAR" }
place_country = { type = "VARCHAR", words = "country", label = "Country" }
workshops     = { type = "BIGINT", unit = "workshops" }
workshop_ids  = { type = "VARCHAR[]", hidden = true }
*/
select
    coalesce(city, 'City not stated, ' || country_in_words(place_country)) as place,
    place_country,
    count(*) as workshops,
    list(workshop_id order by workshop_id) as workshop_ids
from workshops($country, $programme, $years)
group by coalesce(city, 'City not stated, ' || country_in_words(place_country)), place_country
order by workshops desc, place, place_country
