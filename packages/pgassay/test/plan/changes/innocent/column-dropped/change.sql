drop view open_sale cascade;

drop view my_sale;

alter table sale drop column note;
