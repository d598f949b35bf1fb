/*
question = "Which institutions can be looked up?"
row      = "one institution"
key      = ["institution_id"]
chart    = { form = "table" }
finding  = { kind = "none" }
reads    = ["institutions"]
caveat   = "Every institution that the data names, in whatever country and with or without a partnership."

[columns]
institution_id = { type = "VARCHAR", hidden = true }
label          = { type = "VARCHAR", hidden = true, note = "as a list of suggestions shows it" }
name           = { type = "VARCHAR", label = "Institution", profile = "institution_id" }
short_name     = { type = "VARCHAR" }
aliases        = { type = "VARCHAR", label = "Other names" }
country        = { type = "VARCHAR", words = "country" }
city           = { type = "VARCHAR" }
*/
select
    institution_id,
    name || coalesce(' (' || short_name || ')', '') || coalesce(', ' || city, '') as label,
    name,
    short_name,
    aliases,
    country,
    city
from institutions
order by name, institution_id
