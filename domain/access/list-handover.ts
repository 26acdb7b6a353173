import { type Refusal, refusal } from '../kernel/refusal.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { ACTS, type Act, type ActRule } from './acts.ts';
import { formatDay, formatDays } from './format-days.ts';
import type { Post } from './post.ts';
import { ROLE_WORDS } from './role.ts';

/** One thing of a leaver: it passes to whoever takes over, or ends with the post. */
export interface HandoverItem {
  readonly kind: 'assignment' | 'import' | 'reform' | 'delegation-given' | 'delegation-received';
  readonly id: string;
  readonly words: string;
  readonly fate: 'passes' | 'ends';
}

export interface LeaverFacts {
  readonly assignments: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly agencyName: string;
    readonly dueOn: string | null;
  }[];
  readonly imports: readonly { readonly id: string; readonly fileName: string }[];
  readonly reforms: readonly { readonly id: string; readonly title: string }[];
  /** Of the post that ends. */
  readonly given: readonly SpellWith[];
  /** By which the leaver acts for others; they end with the last post. */
  readonly received: readonly SpellWith[];
  readonly isLastPost: boolean;
}

interface SpellWith {
  readonly id: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string;
}

/** The list both see: open work first, then drafts, then what ends. */
export function listHandover(facts: LeaverFacts): readonly HandoverItem[] {
  const ending = facts.isLastPost ? facts.received : [];
  return [
    ...facts.assignments.map(({ id, code, name, agencyName, dueOn }) => {
      const due = dueOn === null ? '' : `, hạn ${formatDay(dueOn)}`;
      return {
        kind: 'assignment' as const,
        id,
        words: `${code}. ${name} (${agencyName}${due})`,
        fate: 'passes' as const,
      };
    }),
    ...facts.imports.map(({ id, fileName }) => ({
      kind: 'import' as const,
      id,
      words: `Bản nhập chờ xác nhận: ${fileName}`,
      fate: 'passes' as const,
    })),
    ...facts.reforms.map(({ id, title }) => ({
      kind: 'reform' as const,
      id,
      words: `Phương án sắp xếp đang soạn: ${title}`,
      fate: 'passes' as const,
    })),
    ...facts.given.map((one) => ({
      kind: 'delegation-given' as const,
      id: one.id,
      words: `Ủy quyền cho ${one.name} ${formatDays(one)}`,
      fate: 'ends' as const,
    })),
    ...ending.map((one) => ({
      kind: 'delegation-received' as const,
      id: one.id,
      words: `Làm thay ${one.name} ${formatDays(one)}`,
      fate: 'ends' as const,
    })),
  ];
}

export interface Receiver {
  readonly personId: string;
  readonly name: string;
  readonly disabled: boolean;
  /** Held on the day after the leaver's last. */
  readonly posts: readonly Pick<Post, 'agencyId' | 'role'>[];
}

/** What a kind of thing asks of whoever takes it over. */
const NEEDS: Readonly<Partial<Record<HandoverItem['kind'], Act>>> = {
  assignment: 'assignment.read',
  import: 'plan.import',
  reform: 'reform.draft',
};

/** Whether a named person may take over what is on the list. Where nothing passes, nobody need be fit for it. */
export function decideReceiver(
  items: readonly HandoverItem[],
  { post, agencyName, endsOn }: { readonly post: Post; readonly agencyName: string; readonly endsOn: string },
  to: Receiver,
): Result<Receiver> {
  const refusals: Refusal[] = [];
  const passing = items.filter(({ fate }) => fate === 'passes');
  if (to.personId === post.personId) refusals.push(refusal('handover-to-oneself'));
  if (to.disabled) refusals.push(refusal('person-disabled', { name: to.name }));
  if (passing.length > 0 && !to.posts.some(({ agencyId }) => agencyId === post.agencyId))
    refusals.push(
      refusal('handover-receiver-outside', { name: to.name, agency: agencyName, day: formatDay(endsOn) }),
    );
  for (const act of new Set(passing.map(({ kind }) => NEEDS[kind]))) {
    if (act === undefined) continue;
    const rule: ActRule = ACTS[act];
    if (!to.posts.some(({ role }) => rule.roles[role] !== undefined))
      refusals.push(
        refusal('handover-receiver-role', {
          name: to.name,
          act: rule.words,
          roles: Object.keys(rule.roles)
            .map((role) => ROLE_WORDS[role as Post['role']].name)
            .join('", "'),
        }),
      );
  }
  return refusals.length === 0 ? accept(to) : refuse(...refusals);
}
