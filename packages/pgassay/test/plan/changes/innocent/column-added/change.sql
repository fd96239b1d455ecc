alter table sale add remark text;
