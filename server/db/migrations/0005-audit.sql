-- What was done, by whom, acting for which agency: append-only and chained by hash, one chain a province.
-- No foreign keys but to the province: the audit outlives what it tells of.

create table audit_entry (
  province_id uuid not null references province (id),
  seq bigint not null,
  id uuid not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  person_id uuid,
  person_name text not null,
  agency_id text,
  agency_name text,
  post_id uuid,
  post_title text,
  role text,
  on_behalf_of uuid,
  on_behalf_of_name text,
  session text,
  address text,
  act text not null,
  subject_kind text not null,
  subject_id text not null,
  subject_words text not null,
  before jsonb,
  after jsonb,
  reason text,
  previous_hash text not null,
  hash text not null,
  search text not null generated always as (fold(person_name || ' ' || coalesce(agency_name, '') || ' ' || subject_words || ' ' || coalesce(reason, ''))) stored,
  constraint audit_entry_pk primary key (province_id, seq),
  constraint audit_entry_id_unique unique (province_id, id)
);
comment on table audit_entry is 'Every accountable act, append-only. The hash of an entry covers its content and the hash of the one before (domain/audit/canonical.ts).';
comment on column audit_entry.seq is 'Without gaps within a province: an act that was rolled back uses up no number.';
comment on column audit_entry.occurred_at is 'When it was done; to the millisecond, so that a hash made before storing holds after reading.';
comment on column audit_entry.recorded_at is 'When it was written down, never before the entry in front of it; its day in Việt Nam is the day sealed.';
comment on column audit_entry.person_id is 'Null where the system acted by itself.';
comment on column audit_entry.on_behalf_of is 'Whose post it is, where the person acted in it by delegation.';
comment on column audit_entry.session is 'Digest of the session, so that what was done in one can be told apart; the session itself is a secret.';
comment on column audit_entry.subject_words is 'The name the thing had then.';
create index audit_entry_by_subject on audit_entry (province_id, subject_kind, subject_id, seq desc);
create index audit_entry_by_person on audit_entry (province_id, person_id, seq desc);
create index audit_entry_by_act on audit_entry (province_id, act, seq desc);
create index audit_entry_by_time on audit_entry (province_id, occurred_at);
create index audit_entry_search on audit_entry using gin (search gin_trgm_ops);

create table audit_head (
  province_id uuid not null references province (id),
  seq bigint not null,
  hash text not null,
  not_before timestamptz(3) not null,
  constraint audit_head_pk primary key (province_id)
);
comment on table audit_head is 'Where each chain ends. Locked by whoever appends, so that acts follow one another; tells where a tail was cut off.';
comment on column audit_head.not_before is 'The earliest instant the next entry may bear: that of the last, or the end of the last day sealed.';

create table audit_root (
  province_id uuid not null references province (id),
  day date not null,
  first_seq bigint not null,
  last_seq bigint not null,
  count bigint not null,
  last_hash text not null,
  previous_root text not null,
  root text not null,
  key_id text not null,
  signature text not null,
  recorded_at timestamptz(3) not null,
  constraint audit_root_pk primary key (province_id, day)
);
comment on table audit_root is 'The seal of each day that has entries, append-only: what the chain was when the day was over, signed with a key kept outside the database.';
comment on column audit_root.key_id is 'Digest of the public key that proves the signature.';
comment on column audit_root.signature is 'Ed25519 over root, base64.';

-- A second wall, for whoever has more rights than the product's role.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create function refuse_turning_back() returns trigger language plpgsql as $$
begin
  if new.seq not in (old.seq, old.seq + 1) or new.not_before < old.not_before or (new.seq = old.seq and new.hash <> old.hash) then
    raise exception 'the end of the audit only moves on' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger audit_entry_stays before update or delete on audit_entry for each row execute function refuse_rewriting();
create trigger audit_entry_kept before truncate on audit_entry execute function refuse_rewriting();
create trigger audit_root_stays before update or delete on audit_root for each row execute function refuse_rewriting();
create trigger audit_root_kept before truncate on audit_root execute function refuse_rewriting();
create trigger audit_head_moves_on before update on audit_head for each row execute function refuse_turning_back();
create trigger audit_head_stays before delete on audit_head for each row execute function refuse_rewriting();
create trigger audit_head_kept before truncate on audit_head execute function refuse_rewriting();

-- Who sees all people follows all that was done, but of the work only who may see the work: an administrator reads
-- what was done to people and settings. Everybody reads what they did themselves.
create function is_about_people(kind text) returns boolean language sql immutable parallel safe
  return kind in ('person', 'post', 'delegation', 'handover', 'invitation', 'session', 'account', 'agency', 'backup', 'audit');

alter table audit_entry enable row level security;
alter table audit_head enable row level security;
alter table audit_root enable row level security;
create policy audit_entry_read on audit_entry for select using (in_province(province_id)
  and (((select sees_all_people()) and ((select sees_figures()) or is_about_people(subject_kind))) or person_id = (select scoped_person())));
-- Whoever acts is written down, however little they may read of it: so an insert must ask for nothing in return.
create policy audit_entry_append on audit_entry for insert with check (in_province(province_id));
create policy audit_head_of_province on audit_head using (in_province(province_id));
create policy audit_root_read on audit_root for select using (in_province(province_id));
create policy audit_root_append on audit_root for insert with check (in_province(province_id));

grant select on audit_entry, audit_head, audit_root to don_doc_reader;
grant select, insert on audit_entry, audit_root to don_doc_app;
grant select, insert, update on audit_head to don_doc_app;
