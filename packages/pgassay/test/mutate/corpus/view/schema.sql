create table person (id integer primary key, name text, age integer, is_gone boolean);

create view adults with (security_invoker = true, security_barrier) as
    select id, name from person where age >= 18 and not is_gone;
create view all_people as select id, name, age from person;
create view children as select id, age from person where age < 18 with local check option;
create view counted as
    with old as (select id from person where age > 90 or name = 'where')
    select count(*) filter (where p.is_gone) as gone, p.age
    from person as p
    where p.id not in (select id from old) and p.age > 1
    group by p.age
    having count(*) > 1
    union all
    select 1, 2 from person where is_gone;
create materialized view kept as select id from person where is_gone;
