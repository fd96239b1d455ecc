drop view open_sale;

alter table sale drop column note;
