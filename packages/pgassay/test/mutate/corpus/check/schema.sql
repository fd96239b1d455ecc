create table booking (
    seats integer constraint seats_check check (seats between 1 and 8),
    price numeric(8, 2) constraint price_check check (price > 0),
    state text constraint state_check check (state in ('open', 'paid', 'gone')),
    code text constraint code_check check (code ~ '^[A-Z]{3}[0-9]+$'),
    title text constraint title_check check (char_length(title) >= 1 and char_length(title) <= 200),
    starts date,
    ends date,
    degrees integer constraint degrees_check check (degrees >= -5),
    constraint times_check check (ends >= starts or (starts is null and ends is null)),
    constraint either_check check (num_nonnulls(seats, price) = 1) no inherit,
    constraint later_check check (seats <> 7) not enforced
);
