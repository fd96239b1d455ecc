create statistics on state, placed_on from sale;
create statistics on name, price from product;
analyze sale;
analyze product;
