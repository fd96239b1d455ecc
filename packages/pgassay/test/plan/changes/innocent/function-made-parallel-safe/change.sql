alter function chosen(int) parallel safe;
comment on function chosen(int) is 'as it is';
