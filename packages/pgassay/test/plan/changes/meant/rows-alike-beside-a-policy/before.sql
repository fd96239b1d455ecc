select id, note from sale where state = 'open';
