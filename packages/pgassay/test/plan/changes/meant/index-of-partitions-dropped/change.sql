drop index visit_page_idx;
