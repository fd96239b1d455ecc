-- What sessions and their participants cannot be.
-- Holds for new rows at once; 20260201000037 looks at the old ones.

-- migrate:up

alter table public.collaboration_sessions
add constraint collaboration_sessions_title_is_not_blank_check check (title ~ '\S') not valid,
add constraint collaboration_sessions_ends_after_start_check
    check (actual_end is null or (actual_start is not null and actual_start <= actual_end))
        not valid,
add constraint collaboration_sessions_open_has_no_end_check
    check (status not in ('scheduled', 'in_progress', 'postponed') or actual_end is null) not valid,
add constraint collaboration_sessions_max_participants_is_positive_check
    check (max_participants >= 1) not valid,
add constraint collaboration_sessions_settings_are_an_object_check
    check (jsonb_typeof(settings) = 'object') not valid;
comment on constraint collaboration_sessions_title_is_not_blank_check on public.collaboration_sessions is
    'A session has a title that can be seen.';
comment on constraint collaboration_sessions_ends_after_start_check on public.collaboration_sessions is
    'A session ends after it began, so it began.';
comment on constraint collaboration_sessions_open_has_no_end_check on public.collaboration_sessions is
    'A session that is yet to be held or being held has not ended.';
comment on constraint collaboration_sessions_max_participants_is_positive_check on public.collaboration_sessions is
    'At least one person can join.';
comment on constraint collaboration_sessions_settings_are_an_object_check on public.collaboration_sessions is
    'settings is a JSON object.';

alter table public.session_participants
add constraint session_participants_leaves_after_joining_check
    check (left_at is null or (joined_at is not null and joined_at <= left_at)) not valid,
add constraint session_participants_absent_has_no_times_check
    check (status in ('joined', 'left') or (joined_at is null and left_at is null)) not valid;
comment on constraint session_participants_leaves_after_joining_check on public.session_participants is
    'Who left came before.';
comment on constraint session_participants_absent_has_no_times_check on public.session_participants is
    'Who has not come has no time of coming or going.';

-- migrate:down

alter table public.session_participants
drop constraint session_participants_absent_has_no_times_check,
drop constraint session_participants_leaves_after_joining_check;

alter table public.collaboration_sessions
drop constraint collaboration_sessions_settings_are_an_object_check,
drop constraint collaboration_sessions_max_participants_is_positive_check,
drop constraint collaboration_sessions_open_has_no_end_check,
drop constraint collaboration_sessions_ends_after_start_check,
drop constraint collaboration_sessions_title_is_not_blank_check;
