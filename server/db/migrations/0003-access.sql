--! breaking
-- People, the posts they hold, and how far each may see. An older server sets only the province and would see nothing.

-- What sign-in keeps (passwords, second factors, sessions) is apart from the rest: only its own role reaches it, so no
-- query of the product can read a password's digest. Tables and columns are named as better-auth names them.
create schema auth;

create table auth."user" (
  id text primary key,
  name text not null,
  email text not null constraint user_email_unique unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "twoFactorEnabled" boolean not null default false
);
create table auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null constraint session_token_unique unique,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null constraint session_user_fk references auth."user" (id) on delete cascade,
  "lastSeenAt" timestamptz,
  "provedAt" timestamptz
);
comment on column auth.session."lastSeenAt" is 'Last request, to the minute: a session left idle ends.';
comment on column auth.session."provedAt" is 'When the password was last given in this session: dangerous acts ask how long ago.';
create index session_by_user on auth.session ("userId");
create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null constraint account_user_fk references auth."user" (id) on delete cascade,
  issuer text,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index account_by_user on auth.account ("userId");
create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index verification_by_identifier on auth.verification (identifier);
create table auth."twoFactor" (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null constraint two_factor_user_fk references auth."user" (id) on delete cascade,
  verified boolean not null default true,
  "failedVerificationCount" int not null default 0,
  "lockedUntil" timestamptz
);
create index two_factor_by_user on auth."twoFactor" ("userId");

create table auth.attempt (
  id uuid primary key,
  account text not null,
  address text not null,
  kind text not null constraint attempt_kind check (kind in ('password', 'code', 'reset')),
  succeeded boolean not null,
  occurred_at timestamptz not null
);
comment on table auth.attempt is 'Sign-ins tried, kept for a day: what waiting times are computed from (domain/access/sign-in-delay.ts).';
comment on column auth.attempt.account is 'Digest of the e-mail address in lower case, of an account or of none.';
create index attempt_by_account on auth.attempt (account, occurred_at desc);
create index attempt_by_address on auth.attempt (address, occurred_at desc);

create table auth.link (
  digest text primary key,
  province_id uuid not null references province (id),
  kind text not null constraint link_kind check (kind in ('setup', 'invitation', 'password-reset')),
  about text,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
comment on table auth.link is 'One-time links: to create the first administrator, to take up an invitation, to choose a new password.';
comment on column auth.link.digest is 'SHA-256 of the secret in the link; the secret itself is kept nowhere.';
comment on column auth.link.about is 'The invitation or the user it is for.';

grant usage on schema auth to don_doc_auth;
grant select, insert, update, delete on all tables in schema auth to don_doc_auth;

create table person (
  province_id uuid not null references province (id),
  id uuid not null,
  user_id text,
  name text not null,
  email text not null,
  phone text,
  disabled_at timestamptz,
  demo boolean not null default false,
  recorded_at timestamptz not null,
  search text not null generated always as (fold(name || ' ' || email || ' ' || coalesce(phone, ''))) stored,
  constraint person_pk primary key (province_id, id),
  constraint person_email_unique unique (province_id, email),
  constraint person_user_unique unique (province_id, user_id)
);
comment on column person.user_id is 'The sign-in account (auth.user); null until the invitation is taken up.';
comment on column person.disabled_at is 'Set while the person may not sign in; what they did stays.';
comment on column person.demo is 'True for the people of a demonstration start.';
-- search without diacritics, anywhere in a word
create index person_search on person using gin (search gin_trgm_ops);

create table post (
  province_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  agency_id text not null,
  title text not null,
  role text not null constraint post_role check (role in ('owner', 'leader', 'head', 'officer', 'verifier', 'inspector', 'auditor', 'administrator')),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  constraint post_pk primary key (province_id, id),
  constraint post_days check (valid_to is null or valid_to >= valid_from - 1),
  constraint post_person_fk foreign key (province_id, person_id) references person (province_id, id),
  constraint post_agency_fk foreign key (province_id, agency_id) references agency (province_id, id)
);
comment on table post is 'A post (chức vụ) a person holds in an agency from a day to a day, both included, and the one role it gives.';
comment on column post.valid_to is 'The day before valid_from where the post was taken back before it began.';
create index post_by_person on post (province_id, person_id);
create index post_by_agency on post (province_id, agency_id);

create table delegation (
  province_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  to_person_id uuid not null,
  valid_from date not null,
  valid_to date not null,
  reason text not null,
  revoked_on date,
  recorded_at timestamptz not null,
  constraint delegation_pk primary key (province_id, id),
  constraint delegation_days check (valid_to >= valid_from),
  constraint delegation_post_fk foreign key (province_id, post_id) references post (province_id, id),
  constraint delegation_person_fk foreign key (province_id, to_person_id) references person (province_id, id)
);
comment on table delegation is 'While the holder of a post is absent another acts in it; both days included.';
create index delegation_by_person on delegation (province_id, to_person_id);
create index delegation_by_post on delegation (province_id, post_id);

create table invitation (
  province_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  invited_by uuid,
  sent_at timestamptz,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  recorded_at timestamptz not null,
  constraint invitation_pk primary key (province_id, id),
  constraint invitation_person_fk foreign key (province_id, person_id) references person (province_id, id)
);
comment on column invitation.sent_at is 'When the letter left by e-mail; null where there is no mail server and the link was shown to the inviter.';
create index invitation_by_person on invitation (province_id, person_id);

create table handover (
  province_id uuid not null,
  id uuid not null,
  from_person_id uuid not null,
  to_person_id uuid not null,
  post_id uuid not null,
  ended_on date not null,
  items jsonb not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint handover_pk primary key (province_id, id),
  constraint handover_from_fk foreign key (province_id, from_person_id) references person (province_id, id),
  constraint handover_to_fk foreign key (province_id, to_person_id) references person (province_id, id),
  constraint handover_post_fk foreign key (province_id, post_id) references post (province_id, id)
);
comment on table handover is 'What a leaver passed to whom, append-only; items is the list both saw: [{kind, id, words}].';

-- Who in an agency does its part of a task, and who began a draft: what a leaver hands over.
alter table assignment add column holder_id uuid;
comment on column assignment.holder_id is 'The person of the agency who does this part; null while nobody is named.';
alter table assignment add constraint assignment_holder_fk foreign key (province_id, holder_id) references person (province_id, id);
create index assignment_by_holder on assignment (province_id, holder_id) where holder_id is not null;
alter table plan_import add column author_id uuid;
comment on column plan_import.author_id is 'Who brought the document in; null where the system did.';
alter table plan_import add constraint plan_import_author_fk foreign key (province_id, author_id) references person (province_id, id);
alter table plan_change add column person_id uuid;
comment on column plan_change.person_id is 'Who did it; null where the system did, and for changes older than sign-in.';

-- Settings of the transaction (server/db/executor.ts). Each function answers false or nothing where the setting is
-- missing, so a query whose transaction named no scope sees no row.
create function in_province(province uuid) returns boolean language sql stable parallel safe
  return province = nullif(current_setting('app.province', true), '')::uuid;
create function sees_figures() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.figures', true), '') in ('province', 'agency');
create function sees_all_figures() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.figures', true), '') = 'province';
create function scoped_agencies() returns text[] language sql stable parallel safe
  return string_to_array(nullif(current_setting('app.agencies', true), ''), ',');
create function sees_all_people() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.people', true), '') = 'province';
create function scoped_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;
comment on function in_province(uuid) is 'Whether a row belongs to the province of the transaction.';
comment on function sees_figures() is 'Whether what is said of the work may be seen at all: not by an administrator.';
comment on function scoped_agencies() is 'The agencies a person reaches, by their posts of today.';

-- What a plan says is seen by all who work on it, and changed from the province only.
do $$
declare t text;
begin
  foreach t in array array['source_file', 'plan', 'plan_import', 'task', 'finding', 'plan_change'] loop
    execute format('drop policy %I on %I', t || '_of_province', t);
    execute format('create policy %I on %I for select using (in_province(province_id) and (select sees_figures()))', t || '_read', t);
    execute format('create policy %I on %I for insert with check (in_province(province_id) and (select sees_all_figures()))', t || '_insert', t);
    execute format('create policy %I on %I for update using (in_province(province_id) and (select sees_all_figures()))', t || '_update', t);
    execute format('create policy %I on %I for delete using (in_province(province_id) and (select sees_all_figures()))', t || '_delete', t);
  end loop;
end $$;

-- An agency's part of the work is its own.
drop policy assignment_of_province on assignment;
create policy assignment_read on assignment for select
  using (in_province(province_id) and ((select sees_all_figures()) or ((select sees_figures()) and agency_id = any ((select scoped_agencies())::text[]))));
create policy assignment_update on assignment for update
  using (in_province(province_id) and ((select sees_all_figures()) or ((select sees_figures()) and agency_id = any ((select scoped_agencies())::text[]))));
create policy assignment_insert on assignment for insert with check (in_province(province_id) and (select sees_all_figures()));
create policy assignment_delete on assignment for delete using (in_province(province_id) and (select sees_all_figures()));

-- Which other provinces there are is nobody's business either.
alter table province enable row level security;
create policy province_itself on province for select using (in_province(id));

-- People: all for who manages or oversees them, else those of one's own agencies, and oneself.
alter table person enable row level security;
alter table post enable row level security;
alter table delegation enable row level security;
alter table invitation enable row level security;
alter table handover enable row level security;
create policy post_scope on post
  using (in_province(province_id) and ((select sees_all_people()) or agency_id = any ((select scoped_agencies())::text[]) or person_id = (select scoped_person())));
create policy person_scope on person
  using (in_province(province_id) and ((select sees_all_people()) or id = (select scoped_person())
    or exists (select from post p where p.province_id = person.province_id and p.person_id = person.id)));
create policy delegation_scope on delegation
  using (in_province(province_id) and ((select sees_all_people()) or to_person_id = (select scoped_person())
    or exists (select from post p where p.province_id = delegation.province_id and p.id = delegation.post_id)));
create policy invitation_scope on invitation using (in_province(province_id) and (select sees_all_people()));
create policy handover_scope on handover
  using (in_province(province_id) and ((select sees_all_people()) or from_person_id = (select scoped_person()) or to_person_id = (select scoped_person())
    or exists (select from post p where p.province_id = handover.province_id and p.id = handover.post_id)));

grant select on person, post, delegation, invitation, handover to don_doc_reader;
grant select, insert, update on person, post, delegation, invitation to don_doc_app;
grant select, insert on handover to don_doc_app;
