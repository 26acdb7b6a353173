-- Provinces, their agencies, the plan documents as imported, and the plans that live from them.
-- `province_id` leads every key, so that rows of one province can be kept together on one shard.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- unaccent() is only stable because its dictionary could change; the dictionary is named here, so an index may use it.
create function fold(words text) returns text
  language sql immutable strict parallel safe
  return lower(unaccent('unaccent'::regdictionary, normalize(words, NFC)));
comment on function fold(text) is 'Words without tone marks, diacritics or case: what searching compares.';

create collation if not exists vi_order (provider = icu, locale = 'vi');

create table province (
  id uuid primary key,
  code text not null constraint province_code_unique unique,
  name text not null
);
comment on table province is 'A province; every other row belongs to exactly one.';
comment on column province.code is 'Identifier of the electronic government frame (H37 = Lạng Sơn).';

create table agency (
  province_id uuid not null references province (id),
  id text not null,
  name text not null,
  short_names text[] not null default '{}',
  level text not null,
  kind text not null,
  valid_from date,
  valid_to date,
  successors text[] not null default '{}',
  verified boolean not null,
  source text not null,
  constraint agency_pk primary key (province_id, id)
);
comment on table agency is 'Agencies with the days between which they exist; null means unknown or unbounded.';
comment on column agency.verified is 'True only where the cited source itself was read.';

create table source_file (
  province_id uuid not null references province (id),
  id uuid not null,
  sha256 text not null,
  name text not null,
  kind text not null,
  bytes bytea not null,
  recorded_at timestamptz not null,
  constraint source_file_pk primary key (province_id, id),
  constraint source_file_once unique (province_id, sha256)
);
comment on table source_file is 'Plan documents exactly as received, stored once by content.';

create table plan (
  province_id uuid not null references province (id),
  id uuid not null,
  number text,
  issued_on date,
  issuer text,
  title text not null,
  period text,
  year int,
  revision int not null default 0,
  withdrawn_at timestamptz,
  recorded_at timestamptz not null,
  constraint plan_pk primary key (province_id, id)
);
comment on column plan.revision is 'Counts the accepted changes; a change names the revision it was made on, so two people cannot overwrite each other.';
comment on column plan.withdrawn_at is 'Set when the import that created the plan was undone; nothing is deleted.';

create table plan_import (
  province_id uuid not null,
  id uuid not null,
  source_file_id uuid not null,
  plan_id uuid,
  replaces_plan_id uuid,
  state text not null constraint plan_import_state check (state in ('draft', 'confirmed', 'undone')),
  reading jsonb not null,
  corrections jsonb not null default '[]',
  before_plan jsonb,
  confirmed_at timestamptz,
  undone_at timestamptz,
  recorded_at timestamptz not null,
  constraint plan_import_pk primary key (province_id, id),
  constraint plan_import_file_fk foreign key (province_id, source_file_id) references source_file (province_id, id),
  constraint plan_import_plan_fk foreign key (province_id, plan_id) references plan (province_id, id)
);
comment on table plan_import is 'One reading of one document, with what was corrected by hand before it was confirmed.';
comment on column plan_import.reading is 'The reading as the domain gave it (domain/plan/document/plan-reading.ts).';
comment on column plan_import.corrections is 'Hand corrections in order, each {row, field, value}; the reading itself is never altered.';
comment on column plan_import.before_plan is 'The plan as it stood before a re-import was confirmed, to undo it.';

create table task (
  province_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  parent_id uuid,
  ord int not null,
  depth int not null,
  kind text not null constraint task_kind check (kind in ('area', 'heading', 'task')),
  code text not null,
  name text not null,
  deadline jsonb not null,
  due_on date,
  leads jsonb not null default '[]',
  coordinators jsonb not null default '[]',
  deliverables jsonb not null default '[]',
  targets jsonb not null default '[]',
  inherited text[] not null default '{}',
  source jsonb not null default '{}',
  search text not null generated always as (fold(code || ' ' || name || ' ' || (deadline ->> 'text') || ' ' || deliverables::text)) stored,
  constraint task_pk primary key (province_id, id),
  constraint task_plan_fk foreign key (province_id, plan_id) references plan (province_id, id),
  constraint task_parent_fk foreign key (province_id, parent_id) references task (province_id, id) deferrable initially deferred
);
comment on table task is 'Areas, headings and tasks of a plan, in the order of the document.';
comment on column task.ord is 'Place in the whole plan, from 0, depth first.';
comment on column task.deadline is '{text, reading}: the words of the document and how they were read.';
comment on column task.due_on is 'Last day of the reading where it has one; null for continuous and relative deadlines.';
comment on column task.source is 'Where each field stood in the document and its exact words; empty for a task added by hand.';
-- the plan page reads a plan in order, and counts children
create index task_by_plan on task (province_id, plan_id, ord);
create index task_by_parent on task (province_id, parent_id);
-- search without diacritics, anywhere in a word
create index task_search on task using gin (search gin_trgm_ops);

create table assignment (
  province_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  task_id uuid not null,
  agency_id text not null,
  role text not null constraint assignment_role check (role in ('lead', 'coordinate', 'oversee')),
  basis text not null,
  constraint assignment_pk primary key (province_id, id),
  constraint assignment_once unique (province_id, task_id, agency_id, role),
  constraint assignment_task_fk foreign key (province_id, task_id) references task (province_id, id) on delete cascade,
  constraint assignment_agency_fk foreign key (province_id, agency_id) references agency (province_id, id)
);
comment on table assignment is 'One task for one real agency in one role; a group in the document becomes one row for each member.';
comment on column assignment.basis is 'The words of the document that gave this agency its part.';
-- what an agency leads, coordinates, oversees
create index assignment_by_agency on assignment (province_id, agency_id, role, plan_id);
create index assignment_by_plan on assignment (province_id, plan_id, role);

create table finding (
  province_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  task_id uuid,
  code text not null,
  message text not null,
  remedy text not null,
  place jsonb not null default '{}',
  constraint finding_pk primary key (province_id, id),
  constraint finding_plan_fk foreign key (province_id, plan_id) references plan (province_id, id),
  constraint finding_task_fk foreign key (province_id, task_id) references task (province_id, id) on delete cascade
);
comment on table finding is 'What the X-ray of the document says needs attention; computed again whenever the plan changes.';
create index finding_by_plan on finding (province_id, plan_id, code);
create index finding_by_task on finding (province_id, task_id);

create table plan_change (
  province_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  revision int not null,
  kind text not null constraint plan_change_kind check (kind in ('imported', 'reimported', 'import-undone', 'task-updated', 'task-created', 'task-moved', 'task-removed', 'undone')),
  task_id uuid,
  task_code text,
  before jsonb,
  after jsonb,
  undoes uuid,
  actor text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint plan_change_pk primary key (province_id, id),
  constraint plan_change_revision unique (province_id, plan_id, revision),
  constraint plan_change_undone_once unique (province_id, undoes),
  constraint plan_change_plan_fk foreign key (province_id, plan_id) references plan (province_id, id)
);
comment on table plan_change is 'History of a plan, append-only: each accepted act with what stood before and after. Undoing appends.';
comment on column plan_change.task_id is 'The task it is about; kept after the task is removed, so no foreign key.';
create index plan_change_by_plan on plan_change (province_id, plan_id, revision desc);
create index plan_change_by_task on plan_change (province_id, task_id, revision desc);

do $$
declare t text;
begin
  foreach t in array array['agency', 'source_file', 'plan', 'plan_import', 'task', 'assignment', 'finding', 'plan_change'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy %I on %I using (province_id = nullif(current_setting(''app.province'', true), '''')::uuid)', t || '_of_province', t);
  end loop;
end $$;

grant usage on schema public to don_doc_app, don_doc_reader;
grant select on all tables in schema public to don_doc_reader;
grant select on province to don_doc_app;
grant select, insert, update, delete on agency, plan, plan_import, task, assignment, finding to don_doc_app;
grant select, insert on source_file, plan_change to don_doc_app;
