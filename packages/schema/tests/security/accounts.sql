-- Accounts: signing in without a hash ever leaving the database, and ways into an organization.

begin;

select plan(49);

create temporary table person as
select
    name,
    tap.a_user(
        jsonb_build_object(
            'email', name || '@Example.org',
            'username', name,
            'display_name', name,
            'password_hash', '$argon2id$v=19$m=65536,t=3,p=4$c2FsdC1vZi0$' || name || '-digest',
            'is_active', name <> 'closed'
        )
    ) as id
from unnest(array['ada', 'bob', 'closed', 'founder']) as name;
grant select on person to public;

create function tap.sign_in(p_name text, p_digest text)
returns uuid
language sql
as $$
    select public.sign_in(
        p_name || '@example.org',
        public.password_salt(p_name || '@example.org') || '$' || p_digest
    );
$$;
grant execute on function tap.sign_in to public;

set local role bduf_app;

-- Passwords.

select is(
    public.password_salt('ada@example.ORG'),
    '$argon2id$v=19$m=65536,t=3,p=4$c2FsdC1vZi0',
    'the salt of an account is given out, the digest is not'
);
select is(public.password_salt('nobody@example.org'), null, 'nobody has no salt');
select is(public.password_salt('closed@example.org'), null, 'a closed account has none either');
select is(
    tap.sign_in('ada', 'ada-digest'),
    (select id from person where name = 'ada'),
    'the right password signs in, whatever the case of the address'
);
select is(tap.sign_in('ada', 'wrong'), null, 'a wrong one does not');
select is(
    public.sign_in('ada@example.org', '$argon2id$v=19$m=65536,t=3,p=4$c2FsdC1vZi0'),
    null,
    'nor does the salt alone'
);
select is(public.sign_in('ada@example.org', null), null, 'nor nothing at all');
select is(
    public.sign_in(
        'closed@example.org',
        '$argon2id$v=19$m=65536,t=3,p=4$c2FsdC1vZi0$closed-digest'
    ),
    null,
    'a closed account does not open'
);

reset role;

select results_eq(
    $$select failed_login_attempts, last_login_at is not null, locked_until
    from public.users
    where username = 'ada'$$,
    $$values (3, true, null::timestamptz)$$,
    'sign-in and failures are on record'
);

set local role bduf_app;

select is(tap.sign_in('ada', 'ada-digest') is not null, true, 'the right password still signs in');

reset role;

select is(
    (select failed_login_attempts from public.users where username = 'ada'),
    0,
    'and clears the failures'
);

set local role bduf_app;

select is(
    tap.sign_in('bob', 'wrong ' || attempt),
    null,
    format('wrong password number %s', attempt)
)
from generate_series(1, 5) as attempt;
select is(
    tap.sign_in('bob', 'bob-digest'),
    null,
    'after five of them even the right one is refused'
);

reset role;

select ok(
    locked_until between clock_timestamp() + interval '14 minutes'
        and clock_timestamp() + interval '15 minutes',
    'for a quarter of an hour'
)
from public.users
where username = 'bob';
select is(
    (select failed_login_attempts from public.users where username = 'bob'),
    5,
    'attempts on a locked account are not counted'
);
update public.users
set locked_until = clock_timestamp() - interval '1 second'
where username = 'bob';

set local role bduf_app;

select isnt(tap.sign_in('bob', 'bob-digest'), null, 'afterwards it signs in again');

select set_config('bduf.user_id', (select id::text from person where name = 'bob'), true);
select is(
    public.change_password('$wrong', '$argon2id$v=19$m=65536,t=3,p=4$bmV3LXNhbHQ$new-digest'),
    false,
    'a password is changed by whoever knows it only'
);
select is(
    public.change_password(
        public.password_salt('bob@example.org') || '$bob-digest',
        '$argon2id$v=19$m=65536,t=3,p=4$bmV3LXNhbHQ$new-digest'
    ),
    true,
    'the password is changed'
);
select is(tap.sign_in('bob', 'bob-digest'), null, 'the old one no longer signs in');
select isnt(tap.sign_in('bob', 'new-digest'), null, 'the new one does');

-- API keys.

select lives_ok(
    format('select public.set_api_key(%L)', repeat('ab', 32)),
    'a user gets an API key'
);
select is(
    public.sign_in_with_api_key(repeat('ab', 32)),
    (select id from person where name = 'bob'),
    'it signs in'
);
select is(public.sign_in_with_api_key(repeat('cd', 32)), null, 'another one does not');
select is(public.sign_in_with_api_key(null), null, 'nor does none');

reset role;

select isnt(
    (select api_key_last_used from public.users where username = 'bob'),
    null,
    'its use is on record'
);

update public.users
set
    api_key_created_at = clock_timestamp() - interval '1 minute',
    api_key_last_used = clock_timestamp() - interval '30 seconds'
where username = 'bob';

select public.sign_in_with_api_key(repeat('ab', 32));

select cmp_ok(
    (select api_key_last_used from public.users where username = 'bob'),
    '<',
    clock_timestamp() - interval '20 seconds',
    'a use within the minute is not written down again'
);

set local role bduf_app;

select lives_ok('select public.set_api_key(null)', 'the key is taken back');
select is(public.sign_in_with_api_key(repeat('ab', 32)), null, 'and signs in no more');

-- New accounts.

select set_config('bduf.user_id', '', true);
select isnt(
    public.register_user(
        'eve@example.org',
        'eve',
        '$argon2id$v=19$m=1,t=1,p=1$c2FsdC1vZi0$eve-digest'
    ),
    null,
    'an account is opened without being signed in'
);

reset role;

select results_eq(
    $$select role::text, permissions, is_verified from public.users where username = 'eve'$$,
    $$values ('developer', '{}'::text[], false)$$,
    'it has the least rights'
);

-- Organizations.

set local role bduf_app;

select throws_ok(
    $$select public.create_organization('Cartographers', 'cartographers')$$,
    'BD402',
    null,
    'nobody founds no organization'
);
select set_config('bduf.user_id', (select id::text from person where name = 'founder'), true);
select lives_ok(
    $$select public.create_organization('Cartographers', 'cartographers')$$,
    'a user founds an organization'
);
select results_eq(
    $$select role::text, status::text from public.team_memberships$$,
    $$values ('admin', 'active')$$,
    'and is its administrator'
);

create temporary table founded as select id from public.organizations;

select lives_ok(
    format('select public.invite_member(%L, ''Ada@example.org'', ''architect'')', id),
    'an administrator invites by address'
)
from founded;
select lives_ok(
    format('select public.invite_member(%L, ''nobody@example.org'')', id),
    'the address of nobody is answered likewise'
)
from founded;
select is_empty(
    $$select from public.users where username = 'ada'$$,
    'the invited cannot be looked at'
);
select throws_ok(
    $$update public.team_memberships set status = 'active' where status = 'invited'$$,
    '42501',
    null,
    'nor made a member without being asked'
);

select set_config('bduf.user_id', (select id::text from person where name = 'ada'), true);
select is_empty('select from public.organizations', 'an invitation opens nothing');
select results_eq(
    'select role::text, status::text from public.team_memberships',
    $$values ('architect', 'invited')$$,
    'except itself'
);
select throws_ok(
    format('select public.invite_member(%L, ''bob@example.org'')', id),
    'BD403',
    null,
    'only administrators invite'
)
from founded;
select lives_ok(
    format('select public.answer_invitation(%L, true)', id),
    'the invitation is accepted'
)
from founded;
select throws_ok(
    format('select public.answer_invitation(%L, true)', id),
    'BD404',
    null,
    'once'
)
from founded;
select set_eq(
    'select username::text from public.users',
    array['ada', 'founder'],
    'now they see each other'
);
select lives_ok(format('select public.leave_organization(%L)', id), 'a member leaves') from founded;
select is_empty('select from public.organizations', 'and sees nothing any more');

select * from finish();

rollback;
