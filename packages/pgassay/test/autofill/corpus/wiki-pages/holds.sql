select * from page where search is null;
select 1 having (select count(*) from page where current_revision_id is not null) = 0;
select * from revision where num_nonnulls(author_id, author_address) <> 1;
