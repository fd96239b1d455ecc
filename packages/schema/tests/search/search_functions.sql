-- Ranked search: what is found, in which order, page by page, and only what is the user's.

begin;

select plan(44);

create temporary table seeker as select tap.a_tenant('seekers') as id;
create temporary table other as select tap.a_tenant('others') as id;

create temporary table place as
select projects.id as project_id, projects.organization_id, seeker.id as user_id
from seeker
join public.projects on projects.name = 'seekers secret';

create temporary table stranger as
select projects.id as project_id, projects.organization_id, other.id as user_id
from other
join public.projects on projects.name = 'others secret';

-- The same words in both tenants, in each field that is searched.
create temporary table text_of as
select
    whose,
    project_id,
    organization_id,
    user_id,
    field,
    case field when 'first' then 'The lighthouse keeper' else 'A sheet of the coast' end as title,
    case field when 'first' then 'Waves and wind' else 'Near the lighthouse' end as body
from (
    select 'mine' as whose, * from place
    union all
    select 'theirs', * from stranger
) as both_of
cross join unnest(array['first', 'second']) as field;

create temporary table entered as
select
    whose,
    field,
    tap.a_project(
        jsonb_build_object(
            'name', title, 'description', body, 'organization_id', organization_id,
            'created_by', user_id
        )
    ) as project,
    tap.a_task(
        jsonb_build_object(
            'title', title, 'description', body, 'project_id', project_id, 'created_by', user_id,
            'custom_fields', jsonb_build_object('ref', jsonb_build_object('ticket', 7))
        )
    ) as task,
    tap.a_requirement(
        jsonb_build_object(
            'title', title, 'description', body, 'project_id', project_id, 'created_by', user_id
        )
    ) as requirement,
    tap.an_architecture_decision(
        jsonb_build_object(
            'title', title, 'decision', body, 'project_id', project_id, 'created_by', user_id
        )
    ) as decision
from text_of;
grant select on entered, place, stranger to public;

select index_is('public', table_name, table_name || '_search_vector_idx', 'gin (search_vector)')
from unnest(array['requirements', 'architecture_decisions', 'users']) as table_name;

select set_config('bduf.user_id', (select user_id::text from place), true);
set local role bduf_app;

select results_eq(
    format('select id from public.%I(''keepers of lighthouses'') union all
        select id from public.%I(''lighthouse'')', found_by, found_by),
    format($$select %1$I from entered where whose = 'mine' and field = 'first'
        union all
        (select %1$I from entered where whose = 'mine' order by field)$$, what),
    format('%s finds the words of its language, titles first, and nothing of others', found_by)
)
from (values
    ('search_projects', 'project'),
    ('search_tasks', 'task'),
    ('search_requirements', 'requirement'),
    ('search_decisions', 'decision')
) as searched (found_by, what);

select is_empty(
    format('select from public.%I(%L)', found_by, query),
    format('%s finds nothing for %s', found_by, coalesce(quote_literal(query), 'null'))
)
from unnest(array[
    'search_projects', 'search_tasks', 'search_requirements', 'search_decisions', 'search_users'
]) as found_by
cross join (values (''), (null), ('the'), ('lighthouse -lighthouse')) as empty (query);

select is_empty(
    format('select from public.%I(''lighthouse'', %L)', found_by, (
        select case found_by when 'search_projects' then organization_id else project_id end
        from stranger
    )),
    format('%s is not pointed at another organization', found_by)
)
from unnest(array[
    'search_projects', 'search_tasks', 'search_requirements', 'search_decisions'
]) as found_by;

select results_eq(
    $$select later.id
    from public.search_tasks('lighthouse', p_limit => 1) as first
    cross join public.search_tasks(
        'lighthouse', p_limit => 1, p_after_rank => first.rank, p_after_id => first.id
    ) as later$$,
    $$select task from entered where whose = 'mine' and field = 'second'$$,
    'the second page begins after the first'
);

select is_empty(
    $$select
    from public.search_tasks('lighthouse') as last
    cross join public.search_tasks(
        'lighthouse', p_after_rank => last.rank, p_after_id => last.id
    ) as later
    where last.rank = (select min(rank) from public.search_tasks('lighthouse'))$$,
    'after the last row there is none'
);

select results_eq(
    $$select excerpt from public.search_tasks('lighthouse', p_limit => 1, p_highlight => true)$$,
    array[e'<b>lighthouse</b> keeper\nWaves and wind'],
    'an excerpt shows what was found'
);

select results_eq(
    $$select excerpt from public.search_tasks('lighthouse', p_limit => 1)$$,
    array[null::text],
    'and is made on demand only'
);

-- People.

select set_eq(
    $$select display_name from public.search_users('seekers')$$,
    array['seekers admin', 'seekers member'],
    'colleagues are found by name'
);
select set_eq(
    $$select display_name from public.search_users('seekers mem')$$,
    array['seekers member'],
    'the last word may be unfinished'
);
select is_empty($$select from public.search_users('others')$$, 'nobody else is found');

-- Custom fields.

select set_eq(
    $$select id from public.find_tasks_by_custom_fields('{"ref": {"ticket": 7}}')$$,
    $$select task from entered where whose = 'mine'$$,
    'tasks are found by what their custom fields contain'
);
select is_empty(
    $$select from public.find_tasks_by_custom_fields('{}')$$,
    'what every task contains finds none'
);
select is_empty(
    format(
        $$select from public.find_tasks_by_custom_fields('{"ref": {"ticket": 7}}', %L)$$,
        project_id
    ),
    'custom fields of others are not found'
)
from stranger;

-- Without a user.

select set_config('bduf.user_id', '', true);
select is_empty(
    $$select id from public.search_projects('lighthouse')
    union all
    select id from public.search_tasks('lighthouse')
    union all
    select id from public.search_requirements('lighthouse')
    union all
    select id from public.search_decisions('lighthouse')
    union all
    select id from public.search_users('seekers')
    union all
    select id from public.find_tasks_by_custom_fields('{"ref": {"ticket": 7}}')$$,
    'nobody finds nothing'
);

reset role;

-- Versions of requirements that are no longer current.

select set_config('bduf.user_id', (select user_id::text from place), true);
update public.requirements
set is_current_version = false
where id = (select requirement from entered where whose = 'mine' and field = 'first');

select results_eq(
    $$select id from public.search_requirements('lighthouse')$$,
    $$select requirement from entered where whose = 'mine' and field = 'second'$$,
    'only the current version of a requirement is found'
);

-- A long list.

select tap.a_task(
    jsonb_build_object('title', 'A buoy', 'project_id', project_id, 'created_by', user_id)
)
from place
cross join generate_series(1, 120);

select is(
    (select count(*) from public.search_tasks('buoy', p_limit => 5000)),
    100::bigint,
    'a page has at most 100 rows'
);

select * from finish();

rollback;
