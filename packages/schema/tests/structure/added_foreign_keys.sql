-- The foreign keys beside those of the specification, each as a whole: what happens to a row when
-- the one it refers to goes. That they refuse, same_project.sql and the files of their tables try.

begin;

select plan(9);

select constraint_is('public', table_name, constraint_name, definition)
from (values
    (
        'approval_requests',
        'approval_requests_project_id_workflow_id_fkey',
        'FOREIGN KEY (project_id, workflow_id) REFERENCES approval_workflows(project_id, id)'
    ),
    (
        'approval_responses',
        'approval_responses_requested_by_fkey',
        'FOREIGN KEY (request_id, requested_by) REFERENCES approval_requests(id, requested_by) ON '
        'UPDATE CASCADE ON DELETE CASCADE'
    ),
    (
        'architecture_decisions',
        'architecture_decisions_project_id_superseded_by_fkey',
        'FOREIGN KEY (project_id, superseded_by) REFERENCES architecture_decisions(project_id, id)'
    ),
    (
        'audit_retirements',
        'audit_retirements_entries_until_fkey',
        'FOREIGN KEY (entries_until) REFERENCES audit_seals(entries_until)'
    ),
    (
        'audit_retirements',
        'audit_retirements_seal_number_fkey',
        'FOREIGN KEY (seal_number) REFERENCES audit_seals(seal_number)'
    ),
    (
        'hierarchy_guards',
        'hierarchy_guards_project_id_fkey',
        'FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE'
    ),
    (
        'requirements',
        'requirements_project_id_lineage_id_fkey',
        'FOREIGN KEY (project_id, lineage_id) REFERENCES requirements(project_id, id)'
    ),
    (
        'requirements',
        'requirements_project_id_parent_requirement_id_fkey',
        'FOREIGN KEY (project_id, parent_requirement_id) REFERENCES requirements(project_id, id)'
    ),
    (
        'tasks',
        'tasks_project_id_parent_task_id_fkey',
        'FOREIGN KEY (project_id, parent_task_id) REFERENCES tasks(project_id, id) ON DELETE '
        'CASCADE'
    )
) as stated (table_name, constraint_name, definition);

select * from finish();

rollback;
