import type { ClauseText } from './clause-text.ts';
import type { NumberSpan } from './find-numbers.ts';
import type { Target } from './target.ts';

// "cấp tỉnh, cấp huyện, cấp xã lần lượt đạt 80%, 60%, 40%": as many values as names before them, each to its own.

/** Gives the values of a list the scopes or years listed before them, where the counts agree. */
export function distributeList(
  { key, text }: ClauseText,
  numbers: readonly NumberSpan[],
  targets: readonly (Target | undefined)[],
): readonly (Target | undefined)[] {
  const first = numbers[0];
  if (first === undefined || numbers.length < 2 || !isList(key, numbers)) return targets;
  const ahead = key.slice(0, first.from);
  const years = [...ahead.matchAll(/20\d{2}/g)].map(([year]) => year);
  if (years.length === numbers.length && /20\d{2}\s*(?:,|va|-)\s*(?:nam\s+)?20\d{2}/.test(ahead))
    return targets.map((target, at) =>
      target === undefined ? target : { ...target, deadline: `${years[at]}-12-31` },
    );
  const scopes = listScopes(ahead, text);
  if (scopes === undefined || scopes.names.length !== numbers.length) return targets;
  return targets.map((target, at) => {
    if (target === undefined) return target;
    const subject = text
      .slice(0, scopes.from)
      .replace(/[\s,:(]*(?:ở|tại|đối với|của|cho)?[\s,:(]*$/iu, '')
      .trim();
    const { subject: whole, ...rest } = target;
    const named = /\p{L}{2}/u.test(subject) ? subject : whole;
    return {
      ...rest,
      ...(named === undefined ? {} : { subject: named.replace(/^(?:phấn đấu|bảo đảm|đảm bảo)\s+/iu, '') }),
      scope: scopes.names[at] ?? '',
    };
  });
}

function isList(key: string, numbers: readonly NumberSpan[]): boolean {
  return numbers.every(
    ({ from }, at) =>
      at === 0 || /^\s*(?:,|va|;|-|\/|,\s*va)\s*$/.test(key.slice(numbers[at - 1]?.to ?? 0, from)),
  );
}

function listScopes(ahead: string, text: string): { names: readonly string[]; from: number } | undefined {
  const match =
    /(?:(?:cac )?(?:ubnd )?cap\s+(?:tinh|huyen|xa|trung uong)|~o, nganh)(?:\s*(?:,|va|;)\s*(?:(?:ubnd )?cap\s+)?(?:tinh|huyen|xa|trung uong))+(?=\s|$)/.exec(
      ahead,
    );
  if (match === null) return undefined;
  const names = text
    .slice(match.index, match.index + match[0].length)
    .split(/\s*(?:,|;|\svà\s)\s*/u)
    .map((name) => (/cấp/iu.test(name) ? name : `cấp ${name}`));
  return { names, from: match.index };
}
