select name from product where tags @> '{tag7}';
