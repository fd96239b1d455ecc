alter function few_ids() rows 100000;
