-- Agencies through time: the events that made them, the dated names, codes, parents and groups that follow from the
-- events, and reforms: sets of events that are prepared, approved, applied and reversed whole.

create table agency_revision (
  province_id uuid not null references province (id),
  revision int not null,
  constraint agency_revision_pk primary key (province_id)
);
comment on table agency_revision is 'Counts the changes of the agencies: a process whose copy is of another revision loads them again. Locked while they change.';

create table reform (
  province_id uuid not null references province (id),
  id uuid not null,
  title text not null,
  state text not null constraint reform_state check (state in ('draft', 'submitted', 'approved', 'applied', 'reversed')),
  revision int not null default 0,
  effective_on date not null,
  decision jsonb not null,
  note text not null default '',
  events jsonb not null default '[]',
  choices jsonb not null default '{"byAgency": {}, "byItem": {}}',
  author_id uuid,
  author text not null,
  approver_id uuid,
  applied_at timestamptz,
  reversed_at timestamptz,
  recorded_at timestamptz not null,
  constraint reform_pk primary key (province_id, id),
  constraint reform_author_fk foreign key (province_id, author_id) references person (province_id, id),
  constraint reform_approver_fk foreign key (province_id, approver_id) references person (province_id, id),
  constraint reform_two_people check (approver_id is null or approver_id is distinct from author_id)
);
comment on table reform is 'A set of events being prepared, and what became of it. Once applied its events stand in agency_event.';
comment on column reform.revision is 'Counts what was done to it; an act names the revision the person saw.';
comment on column reform.events is 'The drafted events (domain/agency/history/agency-event.ts).';
comment on column reform.choices is 'Who goes on with what the ended agencies had (domain/agency/reform/new-owner.ts).';

create table reform_act (
  province_id uuid not null,
  id uuid not null,
  reform_id uuid not null,
  revision int not null,
  kind text not null constraint reform_act_kind check (kind in ('created', 'changed', 'submitted', 'returned', 'approved', 'applied', 'reversed')),
  person_id uuid,
  person text not null,
  reason text,
  moved jsonb,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint reform_act_pk primary key (province_id, id),
  constraint reform_act_once unique (province_id, reform_id, revision),
  constraint reform_act_reform_fk foreign key (province_id, reform_id) references reform (province_id, id)
);
comment on table reform_act is 'What was done to a reform, append-only.';
comment on column reform_act.moved is 'Of applying: what each mover needs to put everything back, by its name.';

create table agency_event (
  province_id uuid not null references province (id),
  id text not null,
  reform_id uuid,
  kind text not null constraint agency_event_kind check (kind in ('establish', 'rename', 'move', 'merge', 'split', 'abolish', 'transfer')),
  effective_on date,
  event jsonb not null,
  recorded_at timestamptz not null,
  constraint agency_event_pk primary key (province_id, id),
  constraint agency_event_reform_fk foreign key (province_id, reform_id) references reform (province_id, id)
);
comment on table agency_event is 'What happened to agencies, append-only. An event of a reform that was reversed is no longer in force, and stays.';
comment on column agency_event.effective_on is 'First day of the new state; null for an agency older than what is known of it.';
comment on column agency_event.event is 'The event whole (domain/agency/history/agency-event.ts).';
create index agency_event_by_reform on agency_event (province_id, reform_id);

create table agency_event_reversal (
  province_id uuid not null,
  event_id text not null,
  reform_id uuid not null,
  recorded_at timestamptz not null,
  constraint agency_event_reversal_pk primary key (province_id, event_id),
  constraint agency_event_reversal_event_fk foreign key (province_id, event_id) references agency_event (province_id, id),
  constraint agency_event_reversal_reform_fk foreign key (province_id, reform_id) references reform (province_id, id)
);
comment on table agency_event_reversal is 'Events no longer in force because their reform was reversed, append-only.';

-- What follows from the events in force, for joins; written again whole whenever an event is added or reversed.
alter table agency add column withdrawn boolean not null default false;
comment on table agency is 'Agencies with the days between which they exist, as the events say; null means unknown or unbounded. The name is the latest.';
comment on column agency.withdrawn is 'True where the event that founded it was reversed: it never was, but rows may refer to it.';

create table agency_name (
  province_id uuid not null,
  agency_id text not null,
  ord int not null,
  name text not null,
  short_names text[] not null,
  valid_from date,
  valid_to date,
  constraint agency_name_pk primary key (province_id, agency_id, ord),
  constraint agency_name_agency_fk foreign key (province_id, agency_id) references agency (province_id, id)
);
create table agency_parent (
  province_id uuid not null,
  agency_id text not null,
  ord int not null,
  parent_id text,
  valid_from date,
  valid_to date,
  constraint agency_parent_pk primary key (province_id, agency_id, ord),
  constraint agency_parent_agency_fk foreign key (province_id, agency_id) references agency (province_id, id),
  constraint agency_parent_parent_fk foreign key (province_id, parent_id) references agency (province_id, id)
);
-- who stands below an agency on a day
create index agency_parent_by_parent on agency_parent (province_id, parent_id);
create table agency_code (
  province_id uuid not null,
  agency_id text not null,
  ord int not null,
  system text not null constraint agency_code_system check (system in ('egov', 'gso')),
  code text not null,
  valid_from date,
  valid_to date,
  constraint agency_code_pk primary key (province_id, agency_id, ord),
  constraint agency_code_agency_fk foreign key (province_id, agency_id) references agency (province_id, id)
);
-- whose code is this
create index agency_code_by_code on agency_code (province_id, system, code);
create table agency_group (
  province_id uuid not null,
  agency_id text not null,
  ord int not null,
  name text not null,
  valid_from date,
  valid_to date,
  constraint agency_group_pk primary key (province_id, agency_id, ord),
  constraint agency_group_agency_fk foreign key (province_id, agency_id) references agency (province_id, id)
);
comment on table agency_name is 'What agencies were called and when, from their events.';
comment on table agency_parent is 'Below which agency they stood and when, from their events.';
comment on table agency_code is 'Their codes of the electronic government frame (egov) and of the statistical office (gso), from their events.';
comment on table agency_group is 'Groups they belong to by name and when, beyond those of their level and kind.';

-- An unfinished part of an agency that ends closes the day before, and goes on with its new owner.
alter table assignment add column valid_from date;
alter table assignment add column valid_to date;
alter table assignment add column continued_by_id uuid;
comment on column assignment.valid_from is 'First day the agency has the part, where it took it over; null from the beginning.';
comment on column assignment.valid_to is 'Last day the agency has the part, where it ended by a reform.';
comment on column assignment.continued_by_id is 'The part of the new owner that goes on with it; parts of several merged agencies go on in one.';
alter table assignment add constraint assignment_days check (valid_from is null or valid_to is null or valid_to >= valid_from - 1);
alter table assignment add constraint assignment_continued_fk foreign key (province_id, continued_by_id) references assignment (province_id, id) on delete set null (continued_by_id);
create index assignment_by_continued on assignment (province_id, continued_by_id) where continued_by_id is not null;

do $$
declare t text;
begin
  -- Everyone in a province may know its agencies; they change from the province only.
  foreach t in array array['agency', 'agency_revision', 'agency_event', 'agency_event_reversal', 'agency_name', 'agency_parent', 'agency_code', 'agency_group', 'reform', 'reform_act'] loop
    execute format('alter table %I enable row level security', t);
  end loop;
  drop policy agency_of_province on agency;
  foreach t in array array['agency', 'agency_revision', 'agency_event', 'agency_event_reversal', 'agency_name', 'agency_parent', 'agency_code', 'agency_group'] loop
    execute format('create policy %I on %I for select using (in_province(province_id))', t || '_read', t);
  end loop;
  -- A reform that is being prepared is seen by those who see the whole province.
  foreach t in array array['reform', 'reform_act'] loop
    execute format('create policy %I on %I for select using (in_province(province_id) and (select sees_all_figures()))', t || '_read', t);
  end loop;
  foreach t in array array['agency', 'agency_revision', 'agency_event', 'agency_event_reversal', 'agency_name', 'agency_parent', 'agency_code', 'agency_group', 'reform', 'reform_act'] loop
    execute format('create policy %I on %I for insert with check (in_province(province_id) and (select sees_all_figures()))', t || '_insert', t);
    execute format('create policy %I on %I for update using (in_province(province_id) and (select sees_all_figures()))', t || '_update', t);
    execute format('create policy %I on %I for delete using (in_province(province_id) and (select sees_all_figures()))', t || '_delete', t);
  end loop;
end $$;

grant select on agency_revision, reform, reform_act, agency_event, agency_event_reversal, agency_name, agency_parent, agency_code, agency_group to don_doc_reader;
grant select, insert, update on agency_revision, reform to don_doc_app;
grant select, insert on reform_act, agency_event, agency_event_reversal to don_doc_app;
grant select, insert, update, delete on agency_name, agency_parent, agency_code, agency_group to don_doc_app;
