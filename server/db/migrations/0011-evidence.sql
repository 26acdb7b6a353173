-- The documents that prove the work: files kept once, what they say of themselves, and which due items they stand for.

create table stored_file (
  province_id uuid not null,
  sha256 text not null,
  size bigint not null,
  kind text not null constraint stored_file_kind check (kind in ('pdf', 'docx', 'xlsx', 'png', 'jpeg', 'webp', 'heic')),
  picture jsonb,
  recorded_at timestamptz not null,
  constraint stored_file_pk primary key (province_id, sha256)
);
comment on table stored_file is 'Files by the digest of their content, each kept once in the file store (server/evidence/file-store.ts); append-only.';
comment on column stored_file.kind is 'By its content; what its name says is not asked.';
comment on column stored_file.picture is '{width, height} in pixels, of pictures whose head says them.';

create table file_reading (
  province_id uuid not null,
  sha256 text not null,
  state text not null constraint file_reading_state check (state in ('pending', 'read', 'no-text', 'encrypted', 'damaged', 'too-long')),
  tries int not null default 0,
  claimed_at timestamptz,
  body text,
  blocks jsonb,
  facts jsonb not null default '{}',
  is_draft boolean not null default false,
  fingerprint bigint[],
  bands int[],
  read_at timestamptz,
  constraint file_reading_pk primary key (province_id, sha256),
  constraint file_reading_file_fk foreign key (province_id, sha256) references stored_file (province_id, sha256)
);
comment on table file_reading is 'What was read from a file, once for all its copies, apart from the request that brought it (server/evidence/read-pending.ts).';
comment on column file_reading.tries is 'How often it was begun: a file that ends its reader each time is given up.';
comment on column file_reading.claimed_at is 'When a reader took it; one that was cut off is taken again after a while.';
comment on column file_reading.blocks is 'Paragraphs and tables, for showing it in the page.';
comment on column file_reading.facts is 'What the document says of itself, each with its words (domain/evidence/document-facts.ts).';
comment on column file_reading.fingerprint is 'Least hashes of its runs of words; bands are the keys by which near-identical texts are found (domain/evidence/fingerprint.ts).';
create index file_reading_pending on file_reading (province_id, claimed_at) where state = 'pending';
create index file_reading_bands on file_reading using gin (bands);

create table evidence (
  province_id uuid not null,
  id uuid not null,
  agency_id text not null,
  author_id uuid,
  version int not null,
  sha256 text not null,
  name text not null,
  number text,
  issued_on date,
  issuer text,
  issuer_id text,
  signer text,
  type text,
  title text,
  valid_from date,
  valid_to date,
  search tsvector not null default '',
  recorded_at timestamptz not null,
  changed_at timestamptz not null,
  constraint evidence_pk primary key (province_id, id),
  constraint evidence_agency_fk foreign key (province_id, agency_id) references agency (province_id, id),
  constraint evidence_author_fk foreign key (province_id, author_id) references person (province_id, id),
  constraint evidence_file_fk foreign key (province_id, sha256) references stored_file (province_id, sha256)
);
comment on table evidence is 'A document an agency shows as proof. Columns from version on are the fold of its versions, of what was read and of corrections, written in the transaction that changes one of them.';
comment on column evidence.issuer_id is 'The agency of the directory that issued it; null where it is none of them.';
comment on column evidence.search is 'Its name, facts and text without diacritics.';
create index evidence_search on evidence using gin (search);
create index evidence_by_agency on evidence (province_id, agency_id, changed_at desc);
create index evidence_by_file on evidence (province_id, sha256);

create table evidence_version (
  province_id uuid not null,
  evidence_id uuid not null,
  number int not null,
  sha256 text not null,
  name text not null,
  person_id uuid,
  actor text not null,
  recorded_at timestamptz not null,
  constraint evidence_version_pk primary key (province_id, evidence_id, number),
  constraint evidence_version_evidence_fk foreign key (province_id, evidence_id) references evidence (province_id, id),
  constraint evidence_version_file_fk foreign key (province_id, sha256) references stored_file (province_id, sha256),
  constraint evidence_version_person_fk foreign key (province_id, person_id) references person (province_id, id)
);
comment on table evidence_version is 'Each file a document was handed in as; append-only, the last one stands.';
comment on column evidence_version.name is 'The name of the file as its sender gave it, in composed letters.';
create index evidence_version_by_file on evidence_version (province_id, sha256);

create table evidence_fact (
  province_id uuid not null,
  id uuid not null,
  evidence_id uuid not null,
  fact text not null,
  value text,
  person_id uuid,
  actor text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint evidence_fact_pk primary key (province_id, id),
  constraint evidence_fact_evidence_fk foreign key (province_id, evidence_id) references evidence (province_id, id),
  constraint evidence_fact_person_fk foreign key (province_id, person_id) references person (province_id, id)
);
comment on table evidence_fact is 'What a person set right of what was read; append-only, the last one of each fact stands.';
comment on column evidence_fact.value is 'Null says that the document does not say it.';
create index evidence_fact_by_evidence on evidence_fact (province_id, evidence_id);

create table evidence_claim (
  province_id uuid not null,
  id uuid not null,
  evidence_id uuid not null,
  due_item_id uuid not null,
  person_id uuid,
  actor text not null,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_actor text,
  reason text,
  constraint evidence_claim_pk primary key (province_id, id),
  constraint evidence_claim_evidence_fk foreign key (province_id, evidence_id) references evidence (province_id, id),
  constraint evidence_claim_item_fk foreign key (province_id, due_item_id) references due_item (province_id, id),
  constraint evidence_claim_person_fk foreign key (province_id, person_id) references person (province_id, id),
  constraint evidence_claim_ender_fk foreign key (province_id, ended_by) references person (province_id, id)
);
comment on table evidence_claim is 'Which due items a document is shown for, from when until it was taken back; the file itself stays.';
comment on column evidence_claim.reason is 'Why it was taken back, in the words of whoever did.';
create unique index evidence_claim_once on evidence_claim (province_id, evidence_id, due_item_id) where ended_at is null;
create index evidence_claim_by_item on evidence_claim (province_id, due_item_id);

create table evidence_upload (
  province_id uuid not null,
  id uuid not null,
  person_id uuid,
  agency_id text not null,
  due_item_id uuid not null,
  evidence_id uuid,
  name text not null,
  size bigint not null,
  received bigint not null default 0,
  parts int not null default 0,
  finished_evidence_id uuid,
  finished_version int,
  recorded_at timestamptz not null,
  touched_at timestamptz not null,
  constraint evidence_upload_pk primary key (province_id, id),
  constraint evidence_upload_item_fk foreign key (province_id, due_item_id) references due_item (province_id, id),
  constraint evidence_upload_person_fk foreign key (province_id, person_id) references person (province_id, id)
);
comment on table evidence_upload is 'Files on their way: how much has arrived, so that one that was cut goes on where it stopped. Those nobody goes on with are cleared away.';
comment on column evidence_upload.evidence_id is 'The document of which it is to be the next version; null of a new one.';
comment on column evidence_upload.finished_evidence_id is 'What it became, so that whoever missed the answer may ask again.';
create index evidence_upload_by_time on evidence_upload (province_id, touched_at);

-- Whoever sees a due item sees what is shown for it.
alter table stored_file enable row level security;
create policy stored_file_read on stored_file for select using (in_province(province_id) and (select sees_figures()));
create policy stored_file_insert on stored_file for insert with check (in_province(province_id) and (select sees_figures()));

alter table evidence_claim enable row level security;
create policy evidence_claim_read on evidence_claim for select
  using (in_province(province_id) and ((select sees_all_figures())
    or exists (select from due_item d where d.province_id = evidence_claim.province_id and d.id = evidence_claim.due_item_id)));
create policy evidence_claim_insert on evidence_claim for insert
  with check (in_province(province_id) and ((select sees_all_figures())
    or exists (select from due_item d where d.province_id = evidence_claim.province_id and d.id = evidence_claim.due_item_id
      and d.agency_id = any ((select scoped_agencies())::text[]))));
create policy evidence_claim_update on evidence_claim for update
  using (in_province(province_id) and ((select sees_all_figures())
    or exists (select from due_item d where d.province_id = evidence_claim.province_id and d.id = evidence_claim.due_item_id
      and d.agency_id = any ((select scoped_agencies())::text[]))));

alter table evidence enable row level security;
create policy evidence_read on evidence for select
  using (in_province(province_id) and ((select sees_all_figures())
    or ((select sees_figures()) and (agency_id = any ((select scoped_agencies())::text[])
      or exists (select from evidence_claim c where c.province_id = evidence.province_id and c.evidence_id = evidence.id)))));
create policy evidence_insert on evidence for insert
  with check (in_province(province_id) and ((select sees_all_figures())
    or ((select sees_figures()) and agency_id = any ((select scoped_agencies())::text[]))));
create policy evidence_update on evidence for update
  using (in_province(province_id) and ((select sees_all_figures())
    or ((select sees_figures()) and agency_id = any ((select scoped_agencies())::text[]))));

do $$
declare t text;
begin
  foreach t in array array['evidence_version', 'evidence_fact'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for select using (in_province(province_id) and ((select sees_all_figures())
      or exists (select from evidence e where e.province_id = %I.province_id and e.id = %I.evidence_id)))', t || '_read', t, t, t);
    execute format('create policy %I on %I for insert with check (in_province(province_id) and ((select sees_all_figures())
      or exists (select from evidence e where e.province_id = %I.province_id and e.id = %I.evidence_id
        and e.agency_id = any ((select scoped_agencies())::text[]))))', t || '_insert', t, t, t);
  end loop;
end $$;

-- What a file says is seen by whoever sees a document of which it is a version; only the system itself writes it.
alter table file_reading enable row level security;
create policy file_reading_read on file_reading for select
  using (in_province(province_id) and ((select sees_all_figures())
    or exists (select from evidence_version v where v.province_id = file_reading.province_id and v.sha256 = file_reading.sha256)));
create policy file_reading_insert on file_reading for insert
  with check (in_province(province_id) and (select sees_figures()) and (state = 'pending' or (select sees_all_figures())));
create policy file_reading_update on file_reading for update using (in_province(province_id) and (select sees_all_figures()));

-- What is on its way is its sender's own.
alter table evidence_upload enable row level security;
create policy evidence_upload_own on evidence_upload
  using (in_province(province_id) and (person_id = (select scoped_person()) or ((select sees_all_figures()) and (select scoped_person()) is null)));

grant select on stored_file, file_reading, evidence, evidence_version, evidence_fact, evidence_claim, evidence_upload to don_doc_reader;
grant select, insert on stored_file, evidence_version, evidence_fact to don_doc_app;
grant select, insert, update on file_reading, evidence, evidence_claim to don_doc_app;
grant select, insert, update, delete on evidence_upload to don_doc_app;
