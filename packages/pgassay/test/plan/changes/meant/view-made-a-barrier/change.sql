alter view open_sale set (security_barrier = true);
