create or replace function is_same(int, int) returns boolean language plpgsql immutable as 'begin return $1 = $2; end';
