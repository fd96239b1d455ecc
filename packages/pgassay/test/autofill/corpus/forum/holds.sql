select * from vote as v join post as p on p.id = v.post_id where p.author_id = v.member_id;
select 1 having (select count(*) from audit) <> (select count(*) from member);
select 1 having (select count(*) from role) <> 2;
