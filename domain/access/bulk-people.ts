import type { Agency } from '../agency/agency.ts';
import { findOneAgency } from '../agency/find-one-agency.ts';
import { readDay } from '../kernel/read-day.ts';
import { type Refusal, refusal, refusalSentence } from '../kernel/refusal.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { clean, fold } from '../kernel/text.ts';
import { decidePost, type HeldBeside } from './decide-post.ts';
import { overlap } from './incompatible-roles.ts';
import { readCells } from './read-cells.ts';
import { ACCESS_ROLES, type AccessRole, ROLE_WORDS } from './role.ts';

// A table of people to invite, one post a row. Nothing is guessed: what is not understood is refused with its row and
// column, all of it at once.

export const MOST_ROWS = 2_000;

/** In the order of a table without a head. */
export const BULK_COLUMNS = ['name', 'email', 'agency', 'title', 'role', 'from'] as const;
export type BulkColumn = (typeof BULK_COLUMNS)[number];

export const COLUMN_WORDS: Readonly<Record<BulkColumn, string>> = {
  name: 'Họ và tên',
  email: 'Thư điện tử',
  agency: 'Cơ quan',
  title: 'Chức vụ',
  role: 'Vai trò',
  from: 'Từ ngày',
};

const HEADS: Readonly<Record<BulkColumn, readonly string[]>> = {
  name: ['ho va ten', 'ho ten', 'ten', 'nguoi dung', 'name'],
  email: ['thu dien tu', 'email', 'e-mail', 'dia chi thu dien tu', 'mail'],
  agency: ['co quan', 'don vi', 'co quan, don vi', 'agency'],
  title: ['chuc vu', 'chuc danh', 'title'],
  role: ['vai tro', 'quyen', 'role'],
  from: ['tu ngay', 'tu', 'ngay bat dau', 'from'],
};

export interface KnownPerson {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly disabled: boolean;
  readonly posts: readonly HeldBeside[];
}

export interface BulkRow {
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly title: string;
  readonly role: AccessRole;
  readonly validFrom: string;
  /** The last day of an agency that is known to end; else null. */
  readonly validTo: string | null;
  /** Null for a person who is not known yet. */
  readonly personId: string | null;
  readonly change: 'invite' | 'add-post' | 'nothing';
}

export interface BulkReading {
  readonly rows: readonly BulkRow[];
  /** Each `table-cell-unread`, with row, column, value and problem. */
  readonly refusals: readonly Refusal[];
}

export interface BulkFacts {
  readonly directory: readonly Agency[];
  readonly people: readonly KnownPerson[];
  readonly today: string;
}

type Cells = Readonly<Record<BulkColumn, string>>;

/** What a pasted table would change; refused as a whole only where it is no such table. */
export function readPeople(text: string, facts: BulkFacts): Result<BulkReading> {
  const table = findColumns(readCells(text));
  if (!table.ok) return table;
  const known = new Map(facts.people.map((person) => [person.email, person]));
  const rows: BulkRow[] = [];
  const refusals: Refusal[] = [];
  for (const { row, cells } of table.value) {
    const read = readRow(row, cells, { ...facts, known });
    if (!read.ok) {
      refusals.push(...read.refusals);
      continue;
    }
    rows.push(read.value);
    known.set(read.value.email, withPost(known.get(read.value.email), read.value));
  }
  return accept({ rows, refusals });
}

function findColumns(
  lines: ReturnType<typeof readCells>,
): Result<readonly { readonly row: number; readonly cells: Cells }[]> {
  const head = (lines[0]?.cells ?? []).map((cell) =>
    BULK_COLUMNS.find((column) =>
      HEADS[column].includes(
        fold(cell)
          .replace(/[:*]+$/, '')
          .trim(),
      ),
    ),
  );
  const hasHead = head.filter((column) => column !== undefined).length >= 2;
  const body = hasHead ? lines.slice(1) : lines;
  if (body.length === 0) return refuse(refusal('table-empty'));
  if (body.length > MOST_ROWS)
    return refuse(refusal('table-too-long', { rows: body.length, most: MOST_ROWS }));
  const places = hasHead ? head : [...BULK_COLUMNS];
  const missing = BULK_COLUMNS.filter((column) => column !== 'from' && !places.includes(column));
  if (missing.length > 0)
    return refuse(
      ...missing.map((column) => refusal('table-column-missing', { column: COLUMN_WORDS[column] })),
    );
  const cellsOf = (cells: readonly string[]) =>
    Object.fromEntries(
      BULK_COLUMNS.map((column) => [column, clean(cells[places.indexOf(column)] ?? '')]),
    ) as unknown as Cells;
  return accept(body.map(({ row, cells }) => ({ row, cells: cellsOf(cells) })));
}

interface RowFacts extends BulkFacts {
  readonly known: ReadonlyMap<string, KnownPerson>;
}

function readRow(row: number, cells: Cells, facts: RowFacts): Result<BulkRow> {
  const unread: Refusal[] = [];
  const complain = (column: BulkColumn, problem: string) => {
    const at = { row, column: COLUMN_WORDS[column], value: cells[column], problem };
    unread.push(refusal('table-cell-unread', at));
  };
  const email = cells.email.toLowerCase();
  if (cells.name === '') complain('name', 'chưa có họ và tên.');
  if (!/^[^\s@,;<>"]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(email))
    complain('email', `"${cells.email}" không phải địa chỉ thư điện tử.`);
  const validFrom = cells.from === '' ? facts.today : readDay(cells.from);
  if (validFrom === null) complain('from', `"${cells.from}" không phải một ngày (dd/mm/yyyy).`);
  const agency = findOneAgency(cells.agency, validFrom ?? facts.today, facts.directory);
  if (typeof agency === 'string') complain('agency', agency);
  const role = findRole(cells.role);
  if (role === undefined)
    complain(
      'role',
      `"${cells.role}" không phải vai trò nào. Các vai trò: ${ACCESS_ROLES.map((one) => ROLE_WORDS[one].name).join('; ')}.`,
    );
  if (cells.title === '') complain('title', 'chưa có chức vụ.');
  const person = facts.known.get(email);
  const quarrel = person === undefined ? undefined : quarrelWith(person, cells.name);
  if (quarrel !== undefined) complain('email', quarrel);
  if (unread.length > 0 || typeof agency === 'string' || role === undefined || validFrom === null)
    return refuse(...unread);
  const value: BulkRow = {
    row,
    name: person?.name ?? cells.name,
    email,
    agencyId: agency.id,
    agencyName: agency.name,
    title: cells.title,
    role,
    validFrom,
    validTo: agency.validTo,
    personId: person?.personId || null,
    change: person === undefined ? 'invite' : 'add-post',
  };
  const held = person?.posts ?? [];
  if (held.some((one) => one.agencyId === agency.id && one.role === role && overlap(one, value)))
    return accept({ ...value, change: 'nothing' });
  const { title, agencyId, validTo } = value;
  const decided = decidePost({ title, role, agencyId, validFrom, validTo }, held, agency);
  if (decided.ok) return accept(value);
  for (const one of decided.refusals)
    complain(one.code === 'post-agency-away' ? 'agency' : 'role', refusalSentence(one));
  return refuse(...unread);
}

function quarrelWith(person: KnownPerson, name: string): string | undefined {
  if (fold(person.name) !== fold(name)) return `địa chỉ này là của ${person.name}.`;
  return person.disabled ? `tài khoản của ${person.name} đang bị khóa.` : undefined;
}

/** What is known of a person after a row of theirs, so that the rows below are judged beside it. */
function withPost(person: KnownPerson | undefined, row: BulkRow): KnownPerson {
  const post: HeldBeside = {
    agencyId: row.agencyId,
    role: row.role,
    validFrom: row.validFrom,
    validTo: null,
  };
  const posts = [...(person?.posts ?? []), ...(row.change === 'nothing' ? [] : [post])];
  const { name, email } = row;
  return person === undefined ? { personId: '', name, email, disabled: false, posts } : { ...person, posts };
}

function findRole(words: string): AccessRole | undefined {
  const wanted = fold(words);
  return ACCESS_ROLES.find((role) => role === wanted || fold(ROLE_WORDS[role].name) === wanted);
}
