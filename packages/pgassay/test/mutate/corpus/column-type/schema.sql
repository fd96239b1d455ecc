create table measure (
    code varchar(10),
    letters character(2),
    small smallint,
    whole integer,
    large bigint,
    price numeric(10, 2),
    free numeric,
    at timestamptz,
    at_local timestamp(3),
    clock time,
    label text
);

create view codes as select code from measure;
