-- The work a plan asks for: what falls due when and why, the acts of those who do and review it, and what is said of it.

create table schedule_item (
  province_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  task_id uuid not null,
  kind text not null constraint schedule_item_kind check (kind in ('whole', 'period', 'milestone')),
  label text not null,
  starts_on date,
  due_on date,
  derivation jsonb not null,
  origin text not null constraint schedule_item_origin check (origin in ('document', 'accepted', 'entered')),
  author_id uuid,
  recorded_at timestamptz not null,
  retired_at timestamptz,
  constraint schedule_item_pk primary key (province_id, id),
  constraint schedule_item_plan_fk foreign key (province_id, plan_id) references plan (province_id, id),
  constraint schedule_item_author_fk foreign key (province_id, author_id) references person (province_id, id)
);
comment on table schedule_item is 'What of a task falls due on which day: the whole, a period of a recurring duty, or a milestone the owner accepted.';
comment on column schedule_item.task_id is 'Kept after the task is removed, so no foreign key.';
comment on column schedule_item.due_on is 'Last day in time; null where neither the document nor its owner names a day.';
comment on column schedule_item.derivation is 'The derivation of the day: words of the document, rule with source, days skipped and made up (domain/plan/schedule).';
comment on column schedule_item.origin is 'document: follows from the words of the plan; accepted: a proposal its owner accepted; entered: a day its owner gave.';
comment on column schedule_item.retired_at is 'Set when the plan no longer says so; nothing is deleted.';
create index schedule_item_by_task on schedule_item (province_id, task_id);
create index schedule_item_by_plan on schedule_item (province_id, plan_id, due_on) where retired_at is null;

create table due_item (
  province_id uuid not null,
  id uuid not null,
  schedule_item_id uuid not null,
  assignment_id uuid not null,
  plan_id uuid not null,
  task_id uuid not null,
  area_id uuid,
  agency_id text not null,
  role text not null constraint due_item_role check (role in ('lead', 'coordinate')),
  kind text not null constraint due_item_kind check (kind in ('whole', 'period', 'milestone')),
  label text not null,
  starts_on date,
  due_on date,
  retired_at timestamptz,
  state text not null default 'waiting'
    constraint due_item_state check (state in ('waiting', 'doing', 'submitted', 'returned', 'accepted', 'closed', 'not-applicable')),
  seq int not null default 0,
  asked text constraint due_item_asked check (asked in ('not-applicable', 'extension')),
  last_act_at timestamptz,
  last_report_at timestamptz,
  last_report_on date,
  last_text text,
  done_amount numeric,
  whole_amount numeric,
  amount_unit text,
  step text,
  next_on date,
  blocked_since date,
  blocker jsonb,
  submitted_at timestamptz,
  submitted_on date,
  submitted_by uuid,
  finished_on date,
  flags text[] not null default '{}',
  evidence_count int not null default 0,
  constraint due_item_pk primary key (province_id, id),
  constraint due_item_once unique (province_id, assignment_id, schedule_item_id),
  constraint due_item_schedule_fk foreign key (province_id, schedule_item_id) references schedule_item (province_id, id),
  constraint due_item_agency_fk foreign key (province_id, agency_id) references agency (province_id, id)
);
comment on table due_item is 'What one agency has to have done on a day for one task. Columns from state on are the fold of its acts (domain/task/work/fold-work.ts), written in the transaction of the act.';
comment on column due_item.assignment_id is 'Kept after the assignment is removed, so no foreign key; task_id and area_id likewise.';
comment on column due_item.due_on is 'That of the schedule item, unless this agency was given more time.';
comment on column due_item.retired_at is 'Set when the task, the part or the schedule no longer asks it, or another agency goes on with it; its acts stay.';
comment on column due_item.seq is 'Number of acts: who acts names the number they saw, so that nobody''s act is overwritten unseen.';
comment on column due_item.asked is 'What the agency asked for and nobody has decided yet.';
comment on column due_item.blocker is '{words, agencyId?, dueItemId?}: what or whom the work waits for, since blocked_since.';
comment on column due_item.submitted_on is 'Day the submission that stands was made: what lateness goes by.';
comment on column due_item.finished_on is 'Day of the submission that was accepted, or of the act that closed it.';
comment on column due_item.evidence_count is 'Documents claimed as proof of it and not taken back.';
comment on column due_item.flags is 'What is doubtful about the reports: copied, vague, jumped, backward (domain/task/work/judge-report.ts).';
create index due_item_by_agency on due_item (province_id, agency_id, due_on) where retired_at is null;
create index due_item_by_plan on due_item (province_id, plan_id, agency_id, area_id) where retired_at is null;
create index due_item_by_task on due_item (province_id, task_id);
create index due_item_by_schedule on due_item (province_id, schedule_item_id);
-- what is late, silent or stuck, of everybody: a small part of all that was ever due
create index due_item_open on due_item (province_id, due_on) where retired_at is null and state in ('waiting', 'doing', 'returned');
-- what waits for the owner
create index due_item_asked on due_item (province_id) where retired_at is null and asked is not null;
create index due_item_submitted on due_item (province_id, submitted_at) where state = 'submitted' and retired_at is null;

create table work_act (
  province_id uuid not null,
  id uuid not null,
  due_item_id uuid not null,
  seq int not null,
  kind text not null,
  body jsonb not null,
  person_id uuid,
  agency_id text,
  actor text not null,
  occurred_on date not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint work_act_pk primary key (province_id, id),
  constraint work_act_order unique (province_id, due_item_id, seq),
  constraint work_act_item_fk foreign key (province_id, due_item_id) references due_item (province_id, id),
  constraint work_act_person_fk foreign key (province_id, person_id) references person (province_id, id)
);
comment on table work_act is 'Acts on a due item, append-only: reports, submissions, reviews, what was asked and decided. The state of the item is their fold.';
comment on column work_act.id is 'Made by who acts, so that what is sent twice over a broken line is stored once.';
comment on column work_act.agency_id is 'The agency acted for.';
comment on column work_act.occurred_on is 'Day of which the act speaks; recorded_at is when it became known.';
create index work_act_by_time on work_act (province_id, occurred_at);

create table comment (
  province_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  assignment_id uuid,
  words text not null,
  mentioned_people uuid[] not null default '{}',
  mentioned_agencies text[] not null default '{}',
  answers_id uuid,
  person_id uuid,
  agency_id text,
  actor text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint comment_pk primary key (province_id, id),
  constraint comment_person_fk foreign key (province_id, person_id) references person (province_id, id)
);
comment on table comment is 'What is said of a task by those who have to do with it, append-only.';
comment on column comment.assignment_id is 'The part it is about; null where it is about the whole task.';
create index comment_by_task on comment (province_id, task_id, occurred_at);

-- Which tasks an agency has to do with. They run with the rights of the owner, past the policy of assignment that asks
-- them, and answer for the agencies of the transaction only.
create function led_tasks() returns uuid[] language sql stable parallel safe security definer set search_path = public, pg_temp
  return coalesce((select array_agg(distinct a.task_id) from assignment a
    where in_province(a.province_id) and a.agency_id = any (scoped_agencies()) and a.role in ('lead', 'oversee')), '{}');
create function helped_tasks() returns uuid[] language sql stable parallel safe security definer set search_path = public, pg_temp
  return coalesce((select array_agg(distinct a.task_id) from assignment a
    where in_province(a.province_id) and a.agency_id = any (scoped_agencies()) and a.role in ('coordinate', 'oversee')), '{}');
comment on function led_tasks() is 'Tasks an agency of the transaction leads or oversees: it sees the parts of those who coordinate.';
comment on function helped_tasks() is 'Tasks an agency of the transaction coordinates or oversees: it sees the parts of those who lead.';

drop policy assignment_read on assignment;
create policy assignment_read on assignment for select
  using (in_province(province_id) and ((select sees_all_figures())
    or ((select sees_figures()) and (agency_id = any ((select scoped_agencies())::text[])
      or (role <> 'lead' and task_id = any ((select led_tasks())::uuid[]))
      or (role = 'lead' and task_id = any ((select helped_tasks())::uuid[]))))));

alter table schedule_item enable row level security;
create policy schedule_item_read on schedule_item for select using (in_province(province_id) and (select sees_figures()));
create policy schedule_item_insert on schedule_item for insert with check (in_province(province_id) and (select sees_all_figures()));
create policy schedule_item_update on schedule_item for update using (in_province(province_id) and (select sees_all_figures()));

-- As a query of its own it is asked once a statement; in_province() asks for every row, and here are a million.
create function this_province() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.province', true), '')::uuid;
comment on function this_province() is 'The province of the transaction.';

alter table due_item enable row level security;
create policy due_item_read on due_item for select
  using (province_id = (select this_province()) and ((select sees_all_figures())
    or ((select sees_figures()) and (agency_id = any ((select scoped_agencies())::text[])
      or (role <> 'lead' and task_id = any ((select led_tasks())::uuid[]))
      or (role = 'lead' and task_id = any ((select helped_tasks())::uuid[]))))));
create policy due_item_insert on due_item for insert with check (in_province(province_id) and (select sees_all_figures()));
-- whoever leads decides on what coordinators hand in
create policy due_item_update on due_item for update
  using (in_province(province_id) and ((select sees_all_figures())
    or ((select sees_figures()) and (agency_id = any ((select scoped_agencies())::text[])
      or (role <> 'lead' and task_id = any ((select led_tasks())::uuid[]))))));

-- An act is seen by whoever sees its item, and done by whoever may change it: the policies of due_item say who.
alter table work_act enable row level security;
create policy work_act_read on work_act for select
  using (in_province(province_id) and ((select sees_all_figures())
    or exists (select from due_item d where d.province_id = work_act.province_id and d.id = work_act.due_item_id)));
create policy work_act_insert on work_act for insert
  with check (in_province(province_id) and ((select sees_all_figures())
    or exists (select from due_item d where d.province_id = work_act.province_id and d.id = work_act.due_item_id)));

alter table comment enable row level security;
create policy comment_read on comment for select
  using (in_province(province_id) and ((select sees_all_figures())
    or ((select sees_figures()) and (task_id = any ((select led_tasks())::uuid[]) or task_id = any ((select helped_tasks())::uuid[])))));
create policy comment_insert on comment for insert
  with check (in_province(province_id) and ((select sees_all_figures())
    or ((select sees_figures()) and (task_id = any ((select led_tasks())::uuid[]) or task_id = any ((select helped_tasks())::uuid[])))));

grant select on schedule_item, due_item, work_act, comment to don_doc_reader;
grant select, insert, update on schedule_item, due_item to don_doc_app;
grant select, insert on work_act, comment to don_doc_app;
