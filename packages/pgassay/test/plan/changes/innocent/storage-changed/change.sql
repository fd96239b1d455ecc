alter table sale alter note set storage external;
alter table sale replica identity full;
