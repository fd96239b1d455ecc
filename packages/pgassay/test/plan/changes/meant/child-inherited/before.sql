select id from archive.sale where "Reason" = 'x';
