select id from sale where costly(note) and state = 'open' and cheap(note);
