select id from sale where note = 'n';
