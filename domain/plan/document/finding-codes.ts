/** Every kind of finding an X-ray of a plan document can tell. */
export const FINDING_CODES = [
  'no-real-date',
  'deadline-missing',
  'no-lead',
  'group-lead',
  'two-leads',
  'no-measurable-product',
  'product-without-number',
  'product-repeats-task',
  'product-missing',
  'contradicting-percentages',
  'level-ended',
  'agency-ended',
  'agency-unknown',
  'group-unknown',
  'group-empty',
  'law-replaced',
  'law-amended',
  'numbering-gap',
  'numbering-doubled',
  'scanning-slip',
  'words-not-understood',
] as const;

export type FindingCode = (typeof FINDING_CODES)[number];
