-- Reminders: who was reminded of what and why, the one letter a day that carried it, and what each person wants.

create table notice (
  province_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  agency_id text not null,
  rule text not null,
  subject_kind text not null constraint notice_subject_kind check (subject_kind in ('due-item', 'comment')),
  subject_id uuid not null,
  occasion text not null,
  part text not null constraint notice_part check (part in ('late', 'due', 'waiting', 'mention')),
  words text not null,
  reason text not null,
  link text not null,
  planned_on date not null,
  act_by date not null,
  recorded_at timestamptz not null,
  constraint notice_pk primary key (province_id, id),
  constraint notice_once unique (province_id, person_id, rule, subject_id, occasion),
  constraint notice_person_fk foreign key (province_id, person_id) references person (province_id, id)
);
comment on table notice is 'One person reminded of one thing by one rule, append-only; the page shows it, a digest carries it.';
comment on column notice.agency_id is 'The agency reminded: whatever it does on the item afterwards counts.';
comment on column notice.subject_id is 'The due item or comment; both outlive what they came from, so no foreign key.';
comment on column notice.occasion is 'Due day, day or number of the event: with person, rule and subject what makes a reminder the same one.';
comment on column notice.part is 'Where in a digest it stands.';
comment on column notice.act_by is 'Last day on which an act counts as following from it.';
create index notice_by_person on notice (province_id, person_id, recorded_at desc);
create index notice_by_subject on notice (province_id, subject_id, person_id, recorded_at);

create table notice_read (
  province_id uuid not null,
  notice_id uuid not null,
  person_id uuid not null,
  read_at timestamptz not null,
  constraint notice_read_pk primary key (province_id, notice_id),
  constraint notice_read_notice_fk foreign key (province_id, notice_id) references notice (province_id, id)
);
comment on table notice_read is 'That somebody opened or ticked off a reminder, append-only. Whether it was acted on follows from work_act.';

create table digest (
  province_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  day date not null,
  state text not null constraint digest_state check (state in ('queued', 'sending', 'sent', 'failed', 'dropped')),
  message_id text not null,
  may_have_left boolean not null default false,
  send_after timestamptz not null,
  attempts int not null default 0,
  trouble text,
  handed_at timestamptz,
  sent_at timestamptz,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint digest_pk primary key (province_id, id),
  constraint digest_once unique (province_id, person_id, day),
  constraint digest_person_fk foreign key (province_id, person_id) references person (province_id, id)
);
comment on table digest is 'One letter a person a day. The row is the unit of sending: marked before it is handed over, and after.';
comment on column digest.day is 'The working day it belongs to; one that could not leave moves on to the next.';
comment on column digest.message_id is 'Made from the id, so that one handed over twice is the same message to whoever receives it.';
comment on column digest.state is 'sending: handed to the mail server, whose answer is not known yet. dropped: nobody wants it any more.';
comment on column digest.may_have_left is 'The answer of the mail server was lost once: it is sent again, and stays word for word as it was.';
comment on column digest.trouble is 'Why it did not leave, in words without addresses.';
create index digest_to_send on digest (province_id, send_after) where state in ('queued', 'sending');

create table digest_notice (
  province_id uuid not null,
  notice_id uuid not null,
  digest_id uuid not null,
  constraint digest_notice_pk primary key (province_id, notice_id),
  constraint digest_notice_notice_fk foreign key (province_id, notice_id) references notice (province_id, id),
  constraint digest_notice_digest_fk foreign key (province_id, digest_id) references digest (province_id, id)
);
comment on table digest_notice is 'Which digest carries a reminder: one at most, append-only.';
create index digest_notice_by_digest on digest_notice (province_id, digest_id);

create table notice_setting (
  province_id uuid not null,
  person_id uuid not null,
  mail text not null constraint notice_setting_mail check (mail in ('daily', 'weekly', 'late', 'none')),
  quiet_from text not null,
  quiet_to text not null,
  recorded_at timestamptz not null,
  constraint notice_setting_pk primary key (province_id, person_id),
  constraint notice_setting_person_fk foreign key (province_id, person_id) references person (province_id, id)
);
comment on table notice_setting is 'What a person wants of letters; nobody has a row until they choose.';
comment on column notice_setting.quiet_from is 'HH:MM on the clock of Việt Nam; no letter leaves from then until quiet_to.';

create table notice_rules (
  province_id uuid not null,
  rules jsonb not null,
  send_at text not null,
  effect_days int not null,
  recorded_at timestamptz not null,
  constraint notice_rules_pk primary key (province_id),
  constraint notice_rules_province_fk foreign key (province_id) references province (id)
);
comment on table notice_rules is 'What a province changed of the rules of reminding (domain/notice/data/notice-rules.json).';
comment on column notice_rules.effect_days is 'Working days within which an act counts as following from a reminder.';

alter table notice enable row level security;
create policy notice_seen on notice for select
  using (in_province(province_id) and ((select sees_all_figures()) or person_id = (select scoped_person())));
create policy notice_insert on notice for insert with check (in_province(province_id) and (select sees_all_figures()));
alter table notice_read enable row level security;
create policy notice_read_seen on notice_read for select
  using (in_province(province_id) and ((select sees_all_figures()) or person_id = (select scoped_person())));
create policy notice_read_insert on notice_read for insert
  with check (in_province(province_id) and ((select sees_all_figures()) or person_id = (select scoped_person())));
alter table digest enable row level security;
create policy digest_scope on digest
  using (in_province(province_id) and ((select sees_all_people()) or person_id = (select scoped_person())));
alter table digest_notice enable row level security;
create policy digest_notice_scope on digest_notice
  using (in_province(province_id) and (select sees_all_figures()));
alter table notice_setting enable row level security;
create policy notice_setting_scope on notice_setting
  using (in_province(province_id) and ((select sees_all_people()) or person_id = (select scoped_person())));
alter table notice_rules enable row level security;
create policy notice_rules_read on notice_rules for select using (in_province(province_id));
create policy notice_rules_insert on notice_rules for insert with check (in_province(province_id) and (select sees_all_people()));
create policy notice_rules_update on notice_rules for update using (in_province(province_id) and (select sees_all_people()));

grant select on notice, notice_read, digest, digest_notice, notice_setting, notice_rules to don_doc_reader;
grant select, insert on notice, notice_read, digest_notice to don_doc_app;
grant select, insert, update on digest, notice_setting, notice_rules to don_doc_app;
