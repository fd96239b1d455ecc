select 1 having (select count(distinct a_mood) from everything) < 3;
