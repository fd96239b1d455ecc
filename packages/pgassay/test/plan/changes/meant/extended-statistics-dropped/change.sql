drop statistics address_town_zip;
analyze address;
