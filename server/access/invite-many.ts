import { createHash } from 'node:crypto';
import type { Invited } from '#contract/access.ts';
import { type BulkReading, type BulkRow, readPeople } from '#domain/access/bulk-people.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { loadDirectory } from '../agency/load-agencies.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Tx } from '../db/executor.ts';
import { type Deps, inScope, todayOf } from '../deps.ts';
import { insertInvitations } from './invitation.store.ts';
import { insertPeople, listKnownPeople } from './people.store.ts';
import { insertPosts } from './post.store.ts';
import { INVITATION_DAYS, sendInvitations, type ToSend } from './send-invitations.ts';
import type { SignInDeps } from './sign-in-deps.ts';

/** What a table would change, row by row; nothing is stored. */
export async function previewTable(
  deps: Deps,
  table: string,
): Promise<Result<BulkReading & { readonly digest: string }>> {
  const read = await inScope(deps, (tx) => readTable(tx, deps, table));
  return read.ok ? accept({ ...read.value, digest: digestOf(read.value.rows) }) : read;
}

export interface TableOutcome {
  readonly invited: readonly (Invited & { readonly name: string; readonly email: string })[];
  readonly postsGiven: number;
}

/** Stores the whole table or nothing of it, then sends the letters. */
export async function confirmTable(
  signIn: SignInDeps,
  deps: Deps,
  { table, digest }: { readonly table: string; readonly digest: string },
): Promise<Result<TableOutcome>> {
  const stored = await inScope(
    deps,
    async (tx): Promise<Result<{ toSend: ToSend[]; postsGiven: number }>> => {
      const read = await readTable(tx, deps, table);
      if (!read.ok) return read;
      if (read.value.refusals.length > 0) return refuse(...read.value.refusals);
      if (digestOf(read.value.rows) !== digest) return refuse(refusal('table-changed'));
      return accept(await store(tx, deps, read.value.rows));
    },
  );
  if (!stored.ok) return stored;
  const { toSend, postsGiven } = stored.value;
  const answers = await sendInvitations(signIn, deps, toSend);
  const invited = answers.map((answer, at) => ({
    ...answer,
    name: toSend[at]?.name ?? '',
    email: toSend[at]?.email ?? '',
  }));
  return accept({ invited, postsGiven });
}

async function readTable(tx: Tx, deps: Deps, table: string): Promise<Result<BulkReading>> {
  const facts = { directory: await loadDirectory(tx, deps), today: todayOf(deps) };
  const emails = table.toLowerCase().match(/[^\s@,;<>"]+@[a-z0-9.-]+/g) ?? [];
  const known = await listKnownPeople(tx, emails, facts.today);
  const people = known.map(({ id, name, email, disabled_at, posts }) => ({
    personId: id,
    name,
    email,
    disabled: disabled_at !== null,
    posts,
  }));
  return readPeople(table, { ...facts, people });
}

async function store(tx: Tx, deps: Deps, rows: readonly BulkRow[]) {
  const { provinceId } = deps;
  const now = deps.now();
  const fresh = new Map<string, ToSend & { posts: { title: string; agencyName: string }[] }>();
  for (const { change, email, name } of rows)
    if (change === 'invite')
      fresh.set(email, { invitationId: deps.newId(), personId: deps.newId(), name, email, posts: [] });
  const given = rows
    .filter(({ change }) => change !== 'nothing')
    .map((row) => {
      const invited = fresh.get(row.email);
      invited?.posts.push(row);
      const personId = row.personId ?? invited?.personId;
      if (personId === undefined) throw new Error('a row of a table is about nobody');
      return { ...row, id: deps.newId(), personId, provinceId, now };
    });
  const toSend = [...fresh.values()];
  await insertPeople(
    tx,
    toSend.map(({ personId: id, name, email }) => ({ provinceId, id, name, email, phone: null, now })),
  );
  await insertPosts(tx, given);
  const expiresAt = now.add({ hours: INVITATION_DAYS * 24 });
  const invitedBy = deps.acting.actor?.personId ?? null;
  await insertInvitations(
    tx,
    toSend.map(({ invitationId: id, personId }) => ({ provinceId, id, personId, invitedBy, expiresAt, now })),
  );
  for (const { row: _row, change, personId, name, agencyId, title, role, validFrom, validTo, email } of given)
    await appendAudit(tx, deps, {
      act: change === 'invite' ? 'person.invite' : 'post.give',
      subject: { kind: 'person', id: personId, words: name },
      after: { name, email, post: { agencyId, title, role, validFrom, validTo } },
    });
  return { toSend, postsGiven: given.length };
}

function digestOf(rows: readonly BulkRow[]): string {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}
