begin;
select 'ok 1 - nobody announced me';
rollback;
