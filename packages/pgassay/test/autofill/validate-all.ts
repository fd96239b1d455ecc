/** Lets PostgreSQL look at every row again for every check and foreign key there is. */
export const validateAll = `
    do $$
    declare
        v_constraint record;
    begin
        for v_constraint in
            select conrelid::regclass as place, quote_ident(conname) as name, contype, pg_get_constraintdef(oid) as definition
            from pg_constraint
            where contype in ('c', 'f') and conparentid = 0 and conrelid <> 0 and coninhcount = 0
        loop
            execute format('alter table %s drop constraint %s', v_constraint.place, v_constraint.name);
            execute format(
                'alter table %s add constraint %s %s', v_constraint.place, v_constraint.name, v_constraint.definition
            );
        end loop;
    end
    $$`;
