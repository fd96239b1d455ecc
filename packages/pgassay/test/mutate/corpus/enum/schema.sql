create type mood as enum ('sad', 'it''s fair', 'happy');
create type single as enum ('only');
