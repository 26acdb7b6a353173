import { fold } from '../kernel/text.ts';
import held from './data/document-types.json' with { type: 'json' };

/** What a letter that bears no name of its type is called. */
export const OFFICIAL_LETTER = 'Công văn';

/** Names of types of administrative documents, with the letters that stand for them in a number. */
export const DOCUMENT_TYPES: readonly { readonly name: string; readonly symbol: string }[] = held.types;

/** Every type evidence can be of, for choosing one. */
export const TYPE_NAMES: readonly string[] = [...DOCUMENT_TYPES.map(({ name }) => name), OFFICIAL_LETTER];

const FOLDED = TYPE_NAMES.map((name) => ({ name, folded: fold(name) }));

/** The type a line begins with ("BÁO CÁO", "Kế hoạch triển khai …"); undefined where it begins with none. */
export function findTypeAtStart(line: string): string | undefined {
  const words = fold(line);
  return FOLDED.find(({ folded }) => words === folded || words.startsWith(`${folded} `))?.name;
}

/** The type the letters of a number stand for; a number with letters of an office only is that of a letter. */
export function findTypeOfSymbol(symbol: string): string | undefined {
  const parts = symbol.split('-');
  const first = parts[0] ?? '';
  const found = DOCUMENT_TYPES.find((type) => type.symbol.toUpperCase() === first.toUpperCase());
  if (found !== undefined) return found.name;
  return parts.length > 1 ? OFFICIAL_LETTER : undefined;
}

/** Words that may stand before the type of a product: a count, "các", "ban hành". */
const BEFORE = /^(?:(?:\d+|cac|mot|ban hanh|xay dung|co|trinh)\s+)+/;

/**
 * The types of documents products are: "Kế hoạch, báo cáo của UBND tỉnh" is a plan or a report; one that only speaks of a
 * plan ("100% nhiệm vụ tại Kế hoạch được hoàn thành") is none.
 */
export function listAskedTypes(deliverables: readonly string[]): readonly string[] {
  const parts = deliverables.flatMap((words) => words.split(/[;,.\n/]|\s(?:và|hoặc)\s/u));
  const types = parts.flatMap((part) => findTypeAtStart(fold(part).replace(BEFORE, '')) ?? []);
  return [...new Set(types)];
}
