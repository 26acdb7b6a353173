import type { OwnerChoices } from '#domain/agency/reform/new-owner.ts';
import { accept, type Result } from '#domain/kernel/result.ts';
import type { Deps } from '../../deps.ts';
import { changeReform } from './change-reform.ts';
import { nameEvents, type ReformWords } from './create-reform.ts';

type Changes = { readonly [K in keyof ReformWords]?: ReformWords[K] | undefined } & {
  readonly reformId: string;
  readonly revision: number;
  readonly choices?: OwnerChoices | undefined;
};

/** Changes a draft; what is left out stays. */
export function updateReform(
  deps: Deps,
  { reformId, revision, title, effectiveOn, decision, note, events, choices }: Changes,
): Promise<Result<{ revision: number }>> {
  return changeReform(
    deps,
    { reformId, revision, act: 'reform.draft', kind: 'changed' },
    async (tx, held) => {
      const named =
        events === undefined
          ? undefined
          : await nameEvents(tx, deps, events, effectiveOn ?? held.effectiveOn);
      const change = {
        ...(title === undefined ? {} : { title }),
        ...(effectiveOn === undefined ? {} : { effectiveOn }),
        ...(decision === undefined ? {} : { decision }),
        ...(note === undefined ? {} : { note }),
        ...(named === undefined ? {} : { events: named }),
        ...(choices === undefined ? {} : { choices }),
      };
      const told = Object.keys(change) as (keyof typeof change)[];
      return accept({
        change,
        before: Object.fromEntries(told.map((key) => [key, held[key]])),
        after: change,
      });
    },
  );
}
