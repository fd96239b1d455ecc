select * from comments where not row_exists(subject_type, subject_id::text, tenant_id);
select * from attachments where not row_exists(attachable_type::text, attachable_id::text, tenant_id);
select * from reactions where not row_exists("targetType", "targetId", null);
select * from events where entity_id is not null and not row_exists(entity_kind, entity_id, tenant_id);
select label from unnest(enum_range(null::attachable)) as label where label not in (select attachable_type from attachments);
select kind from unnest(array['ticket', 'article', 'comment']) as kind where kind not in (select subject_type from comments);
select kind from unnest(array['tenant', 'ticket', 'person']) as kind
where kind not in (select entity_kind from events where entity_id is not null);
select 1 having (select count(*) from tenants) < 20;
select 1 having (select count(distinct tenant_id) from tickets) < 15;
select 1 having (select count(distinct subject_id) from comments where subject_type = 'comment') < 20;
select 1 having (select count(*) from events where entity_kind = 'system') = 0;
