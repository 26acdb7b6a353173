import { type Agency, existsOn } from '../../agency.ts';
import { findNamesakes, matchAgency } from '../../match-agency.ts';

export type Found =
  | { readonly kind: 'one'; readonly agency: Agency }
  | {
      readonly kind: 'none';
      readonly message: string;
      readonly candidates: readonly { readonly id: string; readonly name: string }[];
    };

interface Where {
  readonly directory: readonly Agency[];
  /** Below which agency another stands on a day. */
  readonly parentOf: (agencyId: string, day: string) => string | null;
  readonly day: string;
  /** Below which agency, where the table says. */
  readonly parent: string;
}

/** The agency a table names, on a day; never a guess between several. */
export function findAgency(name: string, { directory, parentOf, day, parent }: Where): Found {
  const named = findNamesakes(name, directory, day);
  const fitting =
    parent === '' ? named : named.filter(({ id }) => isBelow(id, parent, { directory, parentOf, day }));
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return { kind: 'one', agency: only };
  if (named.length > 0)
    return none(
      fitting.length > 1
        ? 'Nhiều cơ quan cùng tên vào ngày này. Hãy thêm cột "Huyện cũ" để phân biệt.'
        : `Không có cơ quan tên này thuộc "${parent}" vào ngày này.`,
      named.map((agency) => ({
        id: agency.id,
        name: `${agency.name}${parentName(agency.id, { directory, parentOf, day })}`,
      })),
    );
  const match = matchAgency({ name, kind: 'single' }, directory, day);
  if (match.kind === 'ended') {
    const heirs = match.successors.map((heir) => ({ id: heir.id, name: heir.name }));
    const until = formatDay(match.agency.validTo ?? '');
    return none(
      heirs.length === 0
        ? `Không còn từ sau ngày ${until}.`
        : `Không còn từ sau ngày ${until}, nay là ${heirs.map((heir) => heir.name).join('; ')}.`,
      heirs,
    );
  }
  if (match.kind === 'renamed')
    return none(`Là tên vào lúc khác của ${match.agency.name}.`, [pick(match.agency)]);
  const later = directory.find(
    (agency) => !existsOn(agency, day) && findNamesakes(name, [agency], agency.validFrom ?? day).length > 0,
  );
  if (later !== undefined)
    return none(`Đến ${formatDay(later.validFrom ?? '')} mới thành lập.`, [pick(later)]);
  const near = match.kind === 'unknown' ? match.candidates.map(({ agency }) => pick(agency)) : [];
  return none(
    near.length === 0
      ? 'Không có trong danh mục vào ngày này. Hãy sửa tên, hoặc thêm dòng thành lập nó.'
      : `Không có trong danh mục vào ngày này. Có phải là: ${near.map((one) => one.name).join('; ')}?`,
    near,
  );
}

function none(message: string, candidates: readonly { id: string; name: string }[]): Found {
  return { kind: 'none', message, candidates };
}

function pick({ id, name }: Agency) {
  return { id, name };
}

type Place = Omit<Where, 'parent'>;

function isBelow(id: string, parent: string, { directory, parentOf, day }: Place): boolean {
  const above = parentOf(id, day);
  return findNamesakes(parent, directory, day).some((agency) => agency.id === above);
}

function parentName(id: string, { directory, parentOf, day }: Place): string {
  const above = parentOf(id, day);
  const name = directory.find((agency) => agency.id === above)?.name;
  return name === undefined ? '' : ` (${name})`;
}

function formatDay(day: string): string {
  return day.split('-').reverse().join('/');
}
