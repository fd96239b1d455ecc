select state, count(*) from sale group by state;
