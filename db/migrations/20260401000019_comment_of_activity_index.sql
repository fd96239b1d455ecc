-- What an index that was built concurrently is for, which its own file had no room to say.

-- migrate:up

comment on index public.user_activities_occurred_at_idx is
    'Finds the days that retention deletes; a summary of pages, for entries lie in order of time.';

-- migrate:down

comment on index public.user_activities_occurred_at_idx is null;
