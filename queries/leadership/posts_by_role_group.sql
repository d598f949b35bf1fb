/*
question = "How many posts are there, and how many are filled, acting or vacant?"
row      = "the posts of one role group and state in one partner country"
key      = ["country", "role_group", "state"]
chart    = { form = "columns", x = "which", y = "posts", colour = "state", words = "in_words" }
finding  = { kind = "states", by = "country", label = "which", group = "role_group", code = "state", value = "posts", words = "in_words" }
reads    = ["leadership_posts", "institutions", "snapshot"]
needs    = ["leadership_posts"]
kinds    = ["programme", "demonstration"]
caveat   = "Posts at institutions on the commission's list on that day, and at the commission itself. The post of a vice-chancellor or registrar of a listed institution that the data does not hold is counted as not known."

[params]
usual = ["country"]
years = { type = "INTEGER[]", meaning = "first and last calendar year: the last day of the last one is the day of the measure, never after the date of the data; the first one does nothing; empty means the date of the data" }
role_group = { type = "VARCHAR[]", meaning = "role groups; empty means all" }

[columns]
country    = { type = "VARCHAR", words = "country", label = "Country" }
role_group = { type = "VARCHAR", words = "role_group", label = "Role group" }
which      = { type = "VARCHAR", label = "Posts of" }
state      = { type = "VARCHAR", words = "post_state" }
posts      = { type = "BIGINT", unit = "posts", people = true }
in_words   = { type = "VARCHAR", label = "Posts, in words", people = true }
*/
with stated as (
    select country, role_group, state, posts
    from held_posts
    where day = measured_on($years)
    union all
    select country, role_group, unnest(['vacant', 'not_known']), unnest([vacant, not_known])
    from empty_posts
    where day = measured_on($years) and scope = 'all'
)
select
    country,
    role_group,
    upper(several[1]) || several[2:] || ', ' || country_in_words(country) as which,
    state,
    people(posts, false) as posts,
    people_words(posts, false) as in_words
from stated
join leadership_groups using (role_group)
where posts > 0 and matches(country, $country) and matches(role_group, $role_group)
order by country desc, rank, list_position(['filled', 'acting', 'vacant', 'not_known'], state)
