create table archive.older () inherits (archive.sale);
