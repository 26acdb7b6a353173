import { clean, fold } from '../../../kernel/text.ts';
import type { AgencyKind } from '../../agency.ts';
import type { AgencyLevel } from '../../agency-phrase.ts';

/** What the first words of a name say an agency is. */
const HEADS: readonly (readonly [RegExp, AgencyLevel, AgencyKind])[] = [
  [/^(?:ubnd|uy ban nhan dan) (?:xa|phuong|thi tran|dac khu) /, 'commune', 'peoples-committee'],
  [/^(?:ubnd|uy ban nhan dan) (?:huyen|thanh pho|thi xa|quan) /, 'district', 'peoples-committee'],
  [/^(?:xa|phuong|thi tran|dac khu) /, 'commune', 'peoples-committee'],
  [/^(?:huyen|thanh pho|thi xa|quan) /, 'district', 'peoples-committee'],
  [/^so /, 'province', 'department'],
  [/^thanh tra tinh/, 'province', 'inspectorate'],
  [/^van phong /, 'province', 'office'],
  [/^ban /, 'province', 'board'],
  [/^(?:chi cuc|cuc) /, 'province', 'unit'],
  [/^(?:trung tam|truong|benh vien|dai|vien|bao tang|thu vien|nha ) ?/, 'province', 'service-unit'],
];

export interface NamedAgency {
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly level: AgencyLevel;
  readonly kind: AgencyKind;
}

/** A new agency from its name; the People's Committee where only the place is named. Undefined where unclear. */
export function nameAgency(written: string): NamedAgency | undefined {
  const name = clean(written);
  const found = HEADS.find(([pattern]) => pattern.test(fold(name)));
  if (found === undefined) return undefined;
  const [, level, kind] = found;
  if (kind !== 'peoples-committee') return { name, shortNames: [], level, kind };
  const place = name.replace(/^(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+/iu, '');
  const lower = `${place.charAt(0).toLocaleLowerCase('vi')}${place.slice(1)}`;
  const upper = `${place.charAt(0).toLocaleUpperCase('vi')}${place.slice(1)}`;
  return { name: `UBND ${lower}`, shortNames: [upper], level, kind };
}
