import { createHmac } from 'node:crypto';
import type { AccessRole } from '#domain/access/role.ts';
import { refusal } from '#domain/kernel/refusal.ts';
import { accept, type Result, refuse } from '#domain/kernel/result.ts';
import { inScope, systemDeps } from '../deps.ts';
import type { Asked } from '../guard.ts';
import { createAccount } from './create-account.ts';
import { recordAccess } from './record-access.ts';
import type { SignInDeps } from './sign-in-deps.ts';

interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly role: AccessRole;
  readonly title: string;
  readonly agencyId: string;
}

/** One invented person for each role, marked as such by name; they exist only where a start asked for them. */
const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    name: 'Hoàng Thị Mẫu',
    email: 'chu-tri@mau.example',
    role: 'owner',
    title: 'Chuyên viên cải cách hành chính',
    agencyId: 'so-noi-vu-2025',
  },
  {
    name: 'Nông Văn Mẫu',
    email: 'lanh-dao@mau.example',
    role: 'leader',
    title: 'Phó Chủ tịch UBND tỉnh',
    agencyId: 'ubnd-tinh',
  },
  {
    name: 'Vi Thị Mẫu',
    email: 'thu-truong@mau.example',
    role: 'head',
    title: 'Phó Giám đốc',
    agencyId: 'so-tu-phap',
  },
  {
    name: 'Lương Văn Mẫu',
    email: 'cong-chuc@mau.example',
    role: 'officer',
    title: 'Chuyên viên',
    agencyId: 'so-tu-phap',
  },
  {
    name: 'Lý Thị Mẫu',
    email: 'xa@mau.example',
    role: 'officer',
    title: 'Công chức Văn phòng',
    agencyId: 'ubnd-xa-that-khe',
  },
  {
    name: 'Triệu Văn Mẫu',
    email: 'tham-dinh@mau.example',
    role: 'verifier',
    title: 'Thành viên tổ thẩm định',
    agencyId: 'so-noi-vu-2025',
  },
  {
    name: 'Chu Thị Mẫu',
    email: 'kiem-tra@mau.example',
    role: 'inspector',
    title: 'Thanh tra viên',
    agencyId: 'thanh-tra-tinh',
  },
  {
    name: 'Đàm Văn Mẫu',
    email: 'giam-sat@mau.example',
    role: 'auditor',
    title: 'Người giám sát',
    agencyId: 'thanh-tra-tinh',
  },
  {
    name: 'Hứa Thị Mẫu',
    email: 'quan-tri@mau.example',
    role: 'administrator',
    title: 'Quản trị hệ thống',
    agencyId: 'van-phong-ubnd-tinh',
  },
];

const POSTS_FROM = '2020-01-01';

/** Puts the people of a demonstration in, once. */
export async function addDemoPeople({ base }: SignInDeps): Promise<void> {
  const recordedAt = base.now().toString();
  await inScope(systemDeps(base), async (tx) => {
    for (const { name, email, role, title, agencyId } of DEMO_PEOPLE) {
      const id = base.newId();
      const person = await tx
        .insertInto('person')
        .values({ province_id: base.provinceId, id, name, email, demo: true, recorded_at: recordedAt })
        .onConflict((on) => on.columns(['province_id', 'email']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (person !== undefined)
        await tx
          .insertInto('post')
          .values({
            province_id: base.provinceId,
            id: base.newId(),
            person_id: id,
            agency_id: agencyId,
            title,
            role,
            valid_from: POSTS_FROM,
            recorded_at: recordedAt,
          })
          .execute();
    }
  });
}

export async function listDemoPeople({ base, demo }: SignInDeps) {
  if (!demo) return [];
  const rows = await inScope(systemDeps(base), (tx) =>
    tx
      .selectFrom('person as h')
      .innerJoin('post as p', (join) =>
        join.onRef('p.person_id', '=', 'h.id').onRef('p.province_id', '=', 'h.province_id'),
      )
      .innerJoin('agency as g', (join) =>
        join.onRef('g.id', '=', 'p.agency_id').onRef('g.province_id', '=', 'p.province_id'),
      )
      .select(['h.id', 'h.name', 'h.email', 'p.role', 'p.title', 'g.name as agency_name'])
      .where('h.demo', '=', true)
      .execute(),
  );
  const place = (email: string) => DEMO_PEOPLE.findIndex((person) => person.email === email);
  return rows
    .toSorted((a, b) => place(a.email) - place(b.email))
    .map(({ id, name, role, title, agency_name }) => ({
      id,
      name,
      role: role as AccessRole,
      title,
      agencyName: agency_name,
    }));
}

/** Signs in as one of the people of a demonstration; refused where the start did not ask for them. */
export async function signInAsDemo(
  deps: SignInDeps,
  asked: Asked,
  personId: string,
): Promise<Result<{ cookies: Headers }>> {
  const { base, demo, authentication, secret } = deps;
  if (!demo) return refuse(refusal('demo-only'));
  const system = systemDeps(base);
  const passwordOf = (email: string) =>
    createHmac('sha256', secret).update(`demo ${email}`).digest('base64url');
  // The row is held while the account is made, so that of two who enter at once one makes it.
  const person = await inScope(system, async (tx) => {
    const held = await tx
      .selectFrom('person')
      .selectAll()
      .where('id', '=', personId)
      .where('demo', '=', true)
      .forUpdate()
      .executeTakeFirst();
    if (held === undefined || held.user_id !== null) return held;
    const { email, name } = held;
    const userId = await createAccount(deps, { email, name, password: passwordOf(email) });
    await tx.updateTable('person').set({ user_id: userId }).where('id', '=', personId).execute();
    return held;
  });
  if (person === undefined) return refuse(refusal('not-found', { what: 'người dùng mẫu này' }));
  const { headers } = await authentication.api.signInEmail({
    body: { email: person.email, password: passwordOf(person.email) },
    headers: asked.headers,
    returnHeaders: true,
  });
  await recordAccess(deps, asked, { act: 'session.begin', email: person.email });
  return accept({ cookies: headers });
}
