reindex table sale;
