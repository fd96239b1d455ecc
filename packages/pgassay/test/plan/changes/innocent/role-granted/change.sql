grant select on sale to public;
