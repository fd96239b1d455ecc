-- policy_is compares kind, command, roles and both conditions at once.

begin;

select plan(16);

create temporary table before as
select current_setting('search_path') as search_path;

-- Names no cluster has, and none that stay: roles go with the transaction that made them.
create role "assay reader" nologin;
create role assay_writer nologin;

create schema "as sayed";

create table "as sayed".boxes (id integer, owner_name name, is_open boolean);
create table "as sayed".friends (name name);

create policy anybody on "as sayed".boxes using (is_open);

create policy narrow on "as sayed".boxes
as restrictive for update to "assay reader", assay_writer
using (is_open and owner_name = current_user)
with check (owner_name = current_user);

create policy fresh on "as sayed".boxes for insert to assay_writer with check (id > 0);

create policy friendly on "as sayed".boxes for select to assay_writer
using (owner_name in (select friends.name from "as sayed".friends));

create policy doomed on "as sayed".boxes for delete to assay_writer using (true);

select policy_is('as sayed', 'boxes', policy_name, definition)
from (values
    ('anybody', 'for all to public using (is_open)'),
    (
        'narrow',
        'as restrictive for update to "assay reader", assay_writer '
            || 'using ((is_open AND (owner_name = CURRENT_USER))) '
            || 'with check ((owner_name = CURRENT_USER))'
    ),
    ('fresh', 'for insert to assay_writer with check ((id > 0))'),
    (
        'friendly',
        'for select to assay_writer using ((owner_name IN ( SELECT friends.name FROM friends)))'
    ),
    ('doomed', 'for delete to assay_writer using (true)')
) as declared (policy_name, definition);

select check_test(
    policy_is('as sayed', 'boxes', 'doomed', 'for delete to public using (true)'),
    false,
    'a policy for other roles',
    'doomed on "as sayed".boxes is for delete to public using (true)',
    '        have: for delete to assay_writer using (true)
        want: for delete to public using (true)'
);

select check_test(
    policy_is('as sayed', 'boxes', 'fresh', definition),
    false,
    'a policy ' || difference
)
from (values
    ('with another condition', 'for insert to assay_writer with check ((id >= 0))'),
    ('for another command', 'for update to assay_writer with check ((id > 0))'),
    ('of another kind', 'as restrictive for insert to assay_writer with check ((id > 0))')
) as mistaken (difference, definition);

select check_test(
    policy_is('as sayed', 'friends', 'anybody', 'for all to public using (is_open)'),
    false,
    'a policy of another table'
);

select check_test(
    policy_is('as sayed', 'boxes', 'nameless', 'for all to public using (true)'),
    false,
    'a policy that does not exist',
    'nameless on "as sayed".boxes is for all to public using (true)',
    '        have: NULL
        want: for all to public using (true)'
);

select is(
    current_setting('search_path'),
    search_path,
    'the search_path of the caller is left as it was'
)
from before;

select * from finish();

rollback;
