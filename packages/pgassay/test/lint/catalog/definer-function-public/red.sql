create function public.secrets() returns integer language sql security definer return 1;
