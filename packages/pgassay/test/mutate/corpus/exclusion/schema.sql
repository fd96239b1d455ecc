create extension btree_gist;

create table booking (
    room integer not null,
    during tstzrange not null,
    is_kept boolean not null,
    constraint booking_no_overlap_excl exclude using gist (room with =, during with &&) where (is_kept),
    constraint booking_room_excl exclude using btree (room with =) where (not is_kept) deferrable initially deferred
);
