create index visit_2025_n_idx on visit_2025 (n);
