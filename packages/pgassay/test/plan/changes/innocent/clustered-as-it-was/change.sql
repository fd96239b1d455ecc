cluster sale using sale_pkey;
vacuum (freeze, analyze) sale;
