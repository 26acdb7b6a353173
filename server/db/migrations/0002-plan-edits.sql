-- What editing a plan and importing it again need: which row of the document a task came from, the words of columns
-- a plan has no field for, and what each change did in words.

alter table task add column row_key text;
comment on column task.row_key is 'Key of the row of the imported document the task came from; null of one added by hand.';
-- Until now tasks came from one import only and none could be edited: their keys are their places, from r1.
update task set row_key = 'r' || (ord + 1);

alter table task add column notes jsonb not null default '[]';
comment on column task.notes is 'Words of columns a plan has no field for, each {header, text}.';

alter table plan_change add column fields jsonb not null default '[]';
comment on column plan_change.fields is 'The change in words for people to read, each {code, name, field, before, after}; before and after themselves hold the rows exactly, to undo it.';

-- the plan page finds its window, and what a filter leaves, without touching the wide rows
drop index task_by_plan;
create index task_by_plan on task (province_id, plan_id, ord) include (id, parent_id, kind);
-- the areas and headings above what a filter finds
create index task_headings on task (province_id, id) include (parent_id, ord) where kind <> 'task';
-- the import a plan stands on now
create index plan_import_by_plan on plan_import (province_id, plan_id, confirmed_at desc);
