-- Departments and people in a circle of required keys, periods without overlaps, one-to-one, and exclusive arcs.
create extension btree_gist;

create table department (
    id integer primary key,
    name text not null unique,
    head_id integer not null
);

create table employee (
    id integer primary key,
    department_id integer not null references department,
    manager_id integer references employee,
    given_name text not null,
    family_name text not null,
    work_email text not null,
    hired_on date not null,
    left_on date,
    constraint leaves_after_hiring check (left_on is null or left_on - hired_on >= 30),
    constraint not_own_manager check (manager_id <> id),
    exclude using btree (work_email with =)
);

alter table department add constraint department_head_fkey
foreign key (head_id) references employee deferrable initially deferred;

create table employee_file (
    employee_id integer primary key references employee,
    tax_number char(9) not null unique check (tax_number similar to '[0-9]{9}'),
    salary numeric(9, 2) not null,
    bonus numeric(9, 2) not null,
    check (salary + bonus <= 250000 and salary >= 12000 and bonus >= 0)
);

create table contract (
    employee_id integer not null references employee,
    valid daterange not null,
    hours_a_week interval not null check (hours_a_week > interval '0' and hours_a_week <= interval '40 hours'),
    primary key (employee_id, valid without overlaps)
);

create table document (
    id integer primary key,
    employee_id integer references employee,
    department_id integer references department,
    url text not null,
    sha256 bytea not null check (length(sha256) = 32),
    constraint one_owner check ((employee_id is not null)::integer + (department_id is not null)::integer = 1)
);
