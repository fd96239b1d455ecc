begin;
select plan(2);
select is('naïve — 日本'::text, 'naïve — 日本', 'Grüße 🎉, aus "Köln"');
-- ünïcödé before a failing statement must not move its line
select is('ä'::text, 'ö', 'Umlaute');
select * from finish();
rollback;
