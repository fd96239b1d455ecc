alter table sale alter column state set default 'new';
