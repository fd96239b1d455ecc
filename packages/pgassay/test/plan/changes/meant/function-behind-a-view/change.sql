create or replace function me() returns int language plpgsql volatile as 'begin return 17; end';
