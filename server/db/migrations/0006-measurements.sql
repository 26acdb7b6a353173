-- Measured figures of agencies, and how they pass to those that go on with them.

create table measurement_carry (
  province_id uuid not null,
  id uuid not null,
  reform_id uuid not null,
  agency_id text not null,
  effective_on date not null,
  from_ids text[] not null,
  lines jsonb not null,
  duties jsonb not null default '[]',
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint measurement_carry_pk primary key (province_id, id),
  constraint measurement_carry_reform_fk foreign key (province_id, reform_id) references reform (province_id, id),
  constraint measurement_carry_agency_fk foreign key (province_id, agency_id) references agency (province_id, id)
);
comment on table measurement_carry is 'By a reform the figures of some agencies passed to one; append-only. Reversing the reform appends a withdrawal.';
comment on column measurement_carry.agency_id is 'The heir. It is among those it takes over from where it was there before.';
comment on column measurement_carry.effective_on is 'First day of the new state: figures of periods that began before it are carried.';
comment on column measurement_carry.from_ids is 'The agencies of the lines.';
comment on column measurement_carry.lines is 'From whom how much: [{fromId, share}], share "whole", "unknown" or a decimal (domain/agency/merger/carry-series.ts).';
comment on column measurement_carry.duties is 'Duties that passed, after which figures are not comparable with those before.';
-- what was carried to an agency; whom a late figure must be carried to
create index measurement_carry_by_agency on measurement_carry (province_id, agency_id);
create index measurement_carry_by_from on measurement_carry using gin (from_ids);

create table measurement_carry_withdrawal (
  province_id uuid not null,
  carry_id uuid not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint measurement_carry_withdrawal_pk primary key (province_id, carry_id),
  constraint measurement_carry_withdrawal_carry_fk foreign key (province_id, carry_id) references measurement_carry (province_id, id)
);
comment on table measurement_carry_withdrawal is 'The reform behind a carry was reversed; append-only. What it carried stays readable as it was known then.';

create table measurement (
  province_id uuid not null,
  id uuid not null,
  agency_id text not null,
  measure text not null,
  kind text not null constraint measurement_kind check (kind in ('count', 'sum', 'stock', 'rate', 'latest', 'rank')),
  period_from date not null,
  period_to date not null,
  numerator numeric,
  denominator numeric,
  documents jsonb,
  carry_id uuid,
  parts jsonb,
  reasons jsonb not null default '[]',
  comparable boolean not null default true,
  source jsonb,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint measurement_pk primary key (province_id, id),
  constraint measurement_period check (period_to >= period_from),
  constraint measurement_parts check ((numerator is null and denominator is null and documents is null and carry_id is not null) or case kind
    when 'rate' then numerator is not null and denominator is not null and denominator >= 0 and documents is null
    when 'latest' then documents is not null and numerator is null and denominator is null
    else numerator is not null and denominator is null and documents is null end),
  constraint measurement_number check (numerator not in ('NaN', 'Infinity', '-Infinity') and denominator not in ('NaN', 'Infinity', '-Infinity')),
  constraint measurement_origin check ((carry_id is null) = (source is not null) and (carry_id is null) = (parts is null)),
  constraint measurement_agency_fk foreign key (province_id, agency_id) references agency (province_id, id),
  constraint measurement_carry_fk foreign key (province_id, carry_id) references measurement_carry (province_id, id)
);
comment on table measurement is 'Figures of an agency for a period, both days included; append-only. A later row about the same period stands in place of an earlier one.';
comment on column measurement.measure is 'What is measured.';
comment on column measurement.numerator is 'The amount, or the upper part of a rate; null where nothing is known of a carried one.';
comment on column measurement.documents is 'Of a list of latest documents: [{id, title, on}].';
comment on column measurement.carry_id is 'Set where it was computed from figures of other agencies.';
comment on column measurement.parts is 'What a carried one was computed from: [{agencyId, sourceId, numerator, denominator, documents, share}].';
comment on column measurement.reasons is 'Why it is not comparable or not whole (domain/agency/merger/reason.ts).';
comment on column measurement.source is 'The record or words a figure came from; null where it was carried.';
-- a series of an agency
create index measurement_by_series on measurement (province_id, agency_id, measure, period_from);
-- what a reform carried, to compare its totals
create index measurement_by_carry on measurement (province_id, carry_id) where carry_id is not null;

-- An heir may open what its figures were computed from.
create function inherited_agencies() returns text[] language sql stable parallel safe
  return (select coalesce(array_agg(distinct held), '{}') from measurement_carry c, unnest(c.from_ids) held
    where c.agency_id = any (scoped_agencies())
      and not exists (select from measurement_carry_withdrawal w where w.province_id = c.province_id and w.carry_id = c.id));
comment on function inherited_agencies() is 'The agencies whose figures passed to those a person reaches.';

alter table measurement_carry enable row level security;
alter table measurement_carry_withdrawal enable row level security;
alter table measurement enable row level security;
create policy measurement_carry_read on measurement_carry for select using (in_province(province_id) and (select sees_figures()));
create policy measurement_carry_insert on measurement_carry for insert with check (in_province(province_id) and (select sees_all_figures()));
create policy measurement_carry_withdrawal_read on measurement_carry_withdrawal for select using (in_province(province_id) and (select sees_figures()));
create policy measurement_carry_withdrawal_insert on measurement_carry_withdrawal for insert with check (in_province(province_id) and (select sees_all_figures()));
create policy measurement_read on measurement for select
  using (in_province(province_id) and ((select sees_all_figures()) or ((select sees_figures())
    and (agency_id = any ((select scoped_agencies())::text[]) or agency_id = any ((select inherited_agencies())::text[])))));
-- What is carried changes the whole province; a figure of one's own is one's own.
create policy measurement_insert on measurement for insert
  with check (in_province(province_id) and ((select sees_all_figures()) or ((select sees_figures())
    and carry_id is null and agency_id = any ((select scoped_agencies())::text[]))));

grant select on measurement, measurement_carry, measurement_carry_withdrawal to don_doc_reader;
grant select, insert on measurement, measurement_carry, measurement_carry_withdrawal to don_doc_app;
