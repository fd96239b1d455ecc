-- One person a role, all of one organization; the first and the last belong to the second one too.
-- Nobody can sign in: the hash fits no password, and the addresses receive no mail. Running the
-- file again changes nothing.

select public.refuse_production();

insert into public.users
    (id, email, username, password_hash, first_name, last_name, display_name, is_verified)
select
    person.id,
    person.username || '@harbour-office.example',
    person.username,
    '$disabled$sample-people-have-no-password',
    person.first_name,
    person.last_name,
    person.first_name || ' ' || person.last_name,
    true
from
    (
        values
            ('01900000-0000-7000-8000-000000000101'::uuid, 'ada', 'Ada', 'Admin'),
            ('01900000-0000-7000-8000-000000000102'::uuid, 'pia', 'Pia', 'Planner'),
            ('01900000-0000-7000-8000-000000000103'::uuid, 'aron', 'Aron', 'Arch'),
            ('01900000-0000-7000-8000-000000000104'::uuid, 'tara', 'Tara', 'Lead'),
            ('01900000-0000-7000-8000-000000000105'::uuid, 'dan', 'Dan', 'Coder'),
            ('01900000-0000-7000-8000-000000000106'::uuid, 'dora', 'Dora', 'Draw'),
            ('01900000-0000-7000-8000-000000000107'::uuid, 'quin', 'Quin', 'Check'),
            ('01900000-0000-7000-8000-000000000108'::uuid, 'bela', 'Bela', 'Ask'),
            ('01900000-0000-7000-8000-000000000109'::uuid, 'sten', 'Sten', 'Holder'),
            ('01900000-0000-7000-8000-000000000110'::uuid, 'vera', 'Vera', 'Look')
    ) as person (id, username, first_name, last_name)
on conflict (id) do nothing;

insert into public.team_memberships (id, organization_id, user_id, role)
select
    membership.id,
    membership.organization_id,
    membership.user_id,
    membership.role::public.user_role_enum
from
    (
        values
            (
                '01900000-0000-7000-8000-000000000201'::uuid,
                '01900000-0000-7000-8000-000000000001'::uuid,
                '01900000-0000-7000-8000-000000000101'::uuid,
                'admin'
            ),
            (
                '01900000-0000-7000-8000-000000000202'::uuid,
                '01900000-0000-7000-8000-000000000001'::uuid,
                '01900000-0000-7000-8000-000000000102'::uuid,
                'project_manager'
            ),
            (
                '01900000-0000-7000-8000-000000000203'::uuid,
                '01900000-0000-7000-8000-000000000001'::uuid,
                '01900000-0000-7000-8000-000000000103'::uuid,
                'architect'
            ),
            (
                '01900000-0000-7000-8000-000000000204'::uuid,
                '01900000-0000-7000-8000-000000000001'::uuid,
                '01900000-0000-7000-8000-000000000104'::uuid,
                'tech_lead'
            ),
            (
                '01900000-0000-7000-8000-000000000205'::uuid,
                '01900000-0000-7000-8000-000000000001'::uuid,
                '01900000-0000-7000-8000-000000000105'::uuid,
                'developer'
            ),
            (
                '01900000-0000-7000-8000-000000000206'::uuid,
                '01900000-0000-7000-8000-000000000001'::uuid,
                '01900000-0000-7000-8000-000000000106'::uuid,
                'designer'
            ),
            (
                '01900000-0000-7000-8000-000000000207'::uuid,
                '01900000-0000-7000-8000-000000000001'::uuid,
                '01900000-0000-7000-8000-000000000107'::uuid,
                'qa_engineer'
            ),
            (
                '01900000-0000-7000-8000-000000000208'::uuid,
                '01900000-0000-7000-8000-000000000001'::uuid,
                '01900000-0000-7000-8000-000000000108'::uuid,
                'business_analyst'
            ),
            (
                '01900000-0000-7000-8000-000000000209'::uuid,
                '01900000-0000-7000-8000-000000000001'::uuid,
                '01900000-0000-7000-8000-000000000109'::uuid,
                'stakeholder'
            ),
            (
                '01900000-0000-7000-8000-000000000210'::uuid,
                '01900000-0000-7000-8000-000000000001'::uuid,
                '01900000-0000-7000-8000-000000000110'::uuid,
                'viewer'
            ),
            (
                '01900000-0000-7000-8000-000000000211'::uuid,
                '01900000-0000-7000-8000-000000000002'::uuid,
                '01900000-0000-7000-8000-000000000110'::uuid,
                'admin'
            ),
            (
                '01900000-0000-7000-8000-000000000212'::uuid,
                '01900000-0000-7000-8000-000000000002'::uuid,
                '01900000-0000-7000-8000-000000000101'::uuid,
                'viewer'
            )
    ) as membership (id, organization_id, user_id, role)
on conflict (organization_id, user_id) do nothing;
