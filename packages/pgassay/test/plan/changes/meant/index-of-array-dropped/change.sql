drop index product_tags_idx;
