-- Two organizations to try things out in: one with a paid plan, one without. Running the file again
-- changes nothing. Ids are fixed, so that the other seeds can refer to them.

select public.refuse_production();

insert into public.organizations
    (id, name, slug, description, subscription_plan, created_by)
values
    (
        '01900000-0000-7000-8000-000000000001',
        'Harbour Office',
        'harbour-office',
        'Surveys a coast and prints its charts.',
        'business',
        '00000000-0000-0000-0000-000000000001'
    ),
    (
        '01900000-0000-7000-8000-000000000002',
        'Lighthouse Club',
        'lighthouse-club',
        'Keeps an old lighthouse in repair.',
        'free',
        '00000000-0000-0000-0000-000000000001'
    )
on conflict (id) do nothing;
