create or replace function public.require_transition(
    p_subject text,
    p_action text,
    p_from text,
    p_to text
)
returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
    v_permission text;
begin
    select legal.permission
    into v_permission
    from public.status_transitions as legal
    where
        legal.subject = p_subject
        and legal.action = p_action
        and legal.from_status = p_from
        and legal.to_status = p_to;

    if found then
        return v_permission;
    end if;

    -- Whoever repeats a call that got through can take this for success; a competitor has lost.
    if p_from = p_to then
        raise sqlstate 'BD504'
        using
            message = format('it is %s already', p_to),
            detail = format('%s: %s', p_subject, p_action);
    end if;

    raise sqlstate 'BD503'
    using
        message = format('%s does not follow %s', p_to, p_from),
        detail = format('%s: %s', p_subject, p_action),
        hint = 'The view public.status_transitions lists the legal steps.';
end;
$$;

comment on function public.require_transition is
    'Permission that a step takes; refuses it with BD503, or BD504 if the row is there already.';
