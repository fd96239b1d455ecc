alter table branch add unique (id);
