-- Urging letters with the numbers they took, and the calendar feeds of deadlines.

create table urging_letter (
  province_id uuid not null,
  id uuid not null,
  agency_id text not null,
  symbol text not null,
  issued_on date not null,
  ask_by date not null,
  subject text not null,
  addressed text[] not null,
  draft jsonb not null,
  file_name text not null,
  sha256 text not null,
  bytes bytea not null,
  person_id uuid,
  actor text not null,
  recorded_at timestamptz not null,
  constraint urging_letter_pk primary key (province_id, id),
  constraint urging_letter_agency_fk foreign key (province_id, agency_id) references agency (province_id, id),
  constraint urging_letter_person_fk foreign key (province_id, person_id) references person (province_id, id)
);
comment on table urging_letter is 'Urging letters as they were issued, append-only.';
comment on column urging_letter.id is 'Made by who issues it, so that what is sent twice over a broken line is issued once.';
comment on column urging_letter.agency_id is 'The agency that issued it.';
comment on column urging_letter.addressed is 'The agencies it urges.';
comment on column urging_letter.draft is 'What it says before it is put into its form (domain/notice/letter/letter-draft.ts).';
comment on column urging_letter.bytes is 'The Word file as it was issued.';
create index urging_letter_by_day on urging_letter (province_id, issued_on desc, id);

create table letter_number (
  province_id uuid not null,
  agency_id text not null,
  kind text not null constraint letter_number_kind check (kind in ('urging')),
  year int not null,
  number int not null constraint letter_number_positive check (number > 0),
  letter_id uuid not null,
  recorded_at timestamptz not null,
  constraint letter_number_pk primary key (province_id, agency_id, kind, year, number),
  constraint letter_number_once unique (province_id, letter_id),
  constraint letter_number_letter_fk foreign key (province_id, letter_id) references urging_letter (province_id, id)
);
comment on table letter_number is 'The register of numbers: one a letter, ascending within the year of an agency. A number passed over or of a withdrawn letter is never given again.';

create table urging_letter_item (
  province_id uuid not null,
  letter_id uuid not null,
  due_item_id uuid not null,
  agency_id text not null,
  days_late int not null,
  constraint urging_letter_item_pk primary key (province_id, letter_id, due_item_id),
  constraint urging_letter_item_letter_fk foreign key (province_id, letter_id) references urging_letter (province_id, id),
  constraint urging_letter_item_due_fk foreign key (province_id, due_item_id) references due_item (province_id, id)
);
comment on table urging_letter_item is 'Which work a letter urges: how often a piece of work was urged is counted from it.';
comment on column urging_letter_item.days_late is 'Working days late on the day of issue.';
create index urging_letter_item_by_due on urging_letter_item (province_id, due_item_id);

create table urging_letter_withdrawal (
  province_id uuid not null,
  letter_id uuid not null,
  reason text not null,
  person_id uuid,
  actor text not null,
  recorded_at timestamptz not null,
  constraint urging_letter_withdrawal_pk primary key (province_id, letter_id),
  constraint urging_letter_withdrawal_letter_fk foreign key (province_id, letter_id) references urging_letter (province_id, id),
  constraint urging_letter_withdrawal_person_fk foreign key (province_id, person_id) references person (province_id, id)
);
comment on table urging_letter_withdrawal is 'Letters taken back, with the reason; their numbers stay in the register.';

create table deadline_feed (
  province_id uuid not null references province (id),
  id uuid not null,
  person_id uuid not null,
  agency_id text,
  token_digest text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  last_read_at timestamptz,
  constraint deadline_feed_pk primary key (province_id, id),
  constraint deadline_feed_token unique (province_id, token_digest),
  constraint deadline_feed_person_fk foreign key (province_id, person_id) references person (province_id, id),
  constraint deadline_feed_agency_fk foreign key (province_id, agency_id) references agency (province_id, id)
);
comment on table deadline_feed is 'Links by which a calendar program reads deadlines without signing in; it is shown what their maker may see at that time.';
comment on column deadline_feed.agency_id is 'The agency whose deadlines it shows; null for what the person themselves holds.';
comment on column deadline_feed.token_digest is 'SHA-256 of the secret in the link; the secret itself is kept nowhere.';
create index deadline_feed_by_person on deadline_feed (province_id, person_id);

-- A letter is read by the province and by the agencies it urges; what it urges of another agency only by the province.
alter table urging_letter enable row level security;
create policy urging_letter_read on urging_letter for select
  using (in_province(province_id) and ((select sees_all_figures())
    or ((select sees_figures()) and addressed && (select scoped_agencies())::text[])));
create policy urging_letter_insert on urging_letter for insert with check (in_province(province_id) and (select sees_all_figures()));

alter table letter_number enable row level security;
create policy letter_number_read on letter_number for select using (in_province(province_id) and (select sees_figures()));
create policy letter_number_insert on letter_number for insert with check (in_province(province_id) and (select sees_all_figures()));

alter table urging_letter_item enable row level security;
create policy urging_letter_item_read on urging_letter_item for select
  using (in_province(province_id) and ((select sees_all_figures())
    or ((select sees_figures()) and agency_id = any ((select scoped_agencies())::text[]))));
create policy urging_letter_item_insert on urging_letter_item for insert with check (in_province(province_id) and (select sees_all_figures()));

alter table urging_letter_withdrawal enable row level security;
create policy urging_letter_withdrawal_read on urging_letter_withdrawal for select using (in_province(province_id) and (select sees_figures()));
create policy urging_letter_withdrawal_insert on urging_letter_withdrawal for insert with check (in_province(province_id) and (select sees_all_figures()));

alter table deadline_feed enable row level security;
create policy deadline_feed_of_person on deadline_feed
  using (in_province(province_id) and ((select sees_all_people()) or person_id = (select scoped_person())));

grant select on urging_letter, letter_number, urging_letter_item, urging_letter_withdrawal, deadline_feed to don_doc_reader;
grant select, insert on urging_letter, letter_number, urging_letter_item, urging_letter_withdrawal to don_doc_app;
grant select, insert, update on deadline_feed to don_doc_app;
