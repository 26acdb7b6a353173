-- Which days are worked: what official notices say, and the running number that counts working days by subtraction.

create table calendar_notice (
  province_id uuid not null,
  id uuid not null,
  words text not null,
  source text not null,
  known_from date not null,
  verified boolean not null,
  days jsonb not null,
  completes_year int,
  withdraws text,
  author_id uuid,
  actor text not null,
  recorded_at timestamptz not null,
  constraint calendar_notice_pk primary key (province_id, id),
  constraint calendar_notice_author_fk foreign key (province_id, author_id) references person (province_id, id)
);
comment on table calendar_notice is 'Official notices on days off, swaps and closures as they were entered, append-only; those known without it are in domain/calendar/data.';
comment on column calendar_notice.known_from is 'Day of the document: the calendar can be asked as it was known on a day.';
comment on column calendar_notice.days is '[{day, effect: off | work, words}].';
comment on column calendar_notice.completes_year is 'The year of which, by this notice, every day off is known.';
comment on column calendar_notice.withdraws is 'Identifier of the notice it takes back, entered or known without.';

create table calendar_day (
  province_id uuid not null,
  day date not null,
  is_working boolean not null,
  running int not null,
  constraint calendar_day_pk primary key (province_id, day)
);
comment on table calendar_day is 'The calendar as known now, computed from its notices (server/calendar/sync-calendar.ts): one row a day.';
comment on column calendar_day.running is 'Working days up to and including the day: b.running - a.running are the working days in (a, b].';
create index calendar_day_by_running on calendar_day (province_id, running) where is_working;

alter table calendar_notice enable row level security;
create policy calendar_notice_of_province on calendar_notice using (in_province(province_id));
alter table calendar_day enable row level security;
create policy calendar_day_of_province on calendar_day using (in_province(province_id));

grant select on calendar_notice, calendar_day to don_doc_reader;
grant select, insert on calendar_notice to don_doc_app;
grant select, insert, update on calendar_day to don_doc_app;
