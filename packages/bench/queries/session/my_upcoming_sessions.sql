/*
name: my_upcoming_sessions
about: Lists the next meetings that a person is invited to.
parameters:
    user_id: uuid
    as_of: timestamptz
# Invitations to meetings that are over are read too: who is invited most has ever more of them.
cases:
    hot: { user_id: $most_invited_user, as_of: 2026-01-01T00:00:00Z }
index: session_participants_user_id_status_idx
budget: { buffers: 390 }
grows: linear
target: { p95_ms: 25 }
*/
select
    collaboration_sessions.id,
    collaboration_sessions.title,
    collaboration_sessions.scheduled_start
from
    session_participants
    join collaboration_sessions on collaboration_sessions.id = session_participants.session_id
where
    session_participants.user_id = :user_id
    and session_participants.status in ('invited', 'accepted')
    and collaboration_sessions.status = 'scheduled'
    and collaboration_sessions.scheduled_start >= :as_of
order by collaboration_sessions.scheduled_start, collaboration_sessions.id
limit 20;
