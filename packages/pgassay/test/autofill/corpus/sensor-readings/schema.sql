-- A time series: partitions by month, by list and by hash, and one below another.
create table site (
    id integer generated always as identity primary key,
    name text not null,
    region text not null check (region in ('north', 'south', 'coast'))
);

create table sensor (
    id integer generated always as identity primary key,
    site_id integer not null references site,
    kind text not null check (kind in ('temperature', 'humidity', 'wind')),
    serial_number text not null unique,
    installed_on date not null,
    removed_on date check (removed_on is null or removed_on > installed_on),
    calibration jsonb not null default '{}' check (jsonb_typeof(calibration) = 'object'),
    thresholds numeric(6, 2)[] not null default '{}' check (cardinality(thresholds) <= 3)
);

create table reading (
    sensor_id integer not null references sensor,
    recorded_at timestamptz not null,
    value real not null,
    quality smallint check (quality between 0 and 100),
    primary key (sensor_id, recorded_at)
) partition by range (recorded_at);

create table reading_2024_01 partition of reading
for values from ('2024-01-01 00:00+00') to ('2024-02-01 00:00+00');

create table reading_2024_02 partition of reading
for values from ('2024-02-01 00:00+00') to ('2024-03-01 00:00+00');

create table reading_2024_03 partition of reading
for values from ('2024-03-01 00:00+00') to ('2024-04-01 00:00+00');

create table alarm (
    id bigint generated always as identity,
    region text not null,
    raised_on date not null,
    level smallint not null check (level in (1, 2, 3)),
    primary key (id, region, raised_on)
) partition by list (region);

create table alarm_north partition of alarm
for values in ('north');

create table alarm_other partition of alarm
for values in ('south', 'coast')
partition by range (raised_on);

create table alarm_other_2023 partition of alarm_other
for values from ('2023-01-01') to ('2024-01-01');

create table alarm_other_2024 partition of alarm_other
for values from ('2024-01-01') to ('2025-01-01');

create table delivery (
    id uuid primary key,
    payload bytea not null check (octet_length(payload) between 4 and 16)
) partition by hash (id);

create table delivery_0 partition of delivery for values with (modulus 2, remainder 0);
create table delivery_1 partition of delivery for values with (modulus 2, remainder 1);
