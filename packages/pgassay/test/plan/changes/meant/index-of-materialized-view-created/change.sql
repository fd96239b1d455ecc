create index visit_of_page_n_idx on visit_of_page (n);
