vacuum full sale;
vacuum (freeze, analyze) sale;
