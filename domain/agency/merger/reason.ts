/** Why a figure of a period cannot be set beside those of other periods, or what must be known to do so. */
export type Reason =
  | { readonly code: 'missing'; readonly agencyId: string }
  | { readonly code: 'split-without-share'; readonly agencyId: string; readonly on: string }
  | { readonly code: 'documents-not-divided'; readonly agencyId: string; readonly on: string }
  | { readonly code: 'by-share'; readonly agencyId: string; readonly share: string }
  | { readonly code: 'straddles'; readonly on: string }
  | { readonly code: 'not-of-this-day'; readonly agencyId: string; readonly on: string }
  /** `agencyId` is null where the duty came from outside the directory. */
  | {
      readonly code: 'duty-received';
      readonly agencyId: string | null;
      readonly on: string;
      readonly duty: string;
    }
  | { readonly code: 'duty-given'; readonly agencyId: string; readonly on: string; readonly duty: string }
  | { readonly code: 'rank-dropped'; readonly on: string };

interface ReasonRule {
  /** Whether the period is not comparable with others because of it. */
  readonly breaks: boolean;
  /** Whether no value of the whole can be told because of it. */
  readonly withholds: boolean;
}

const REASONS = {
  missing: { breaks: true, withholds: true },
  'split-without-share': { breaks: true, withholds: true },
  'documents-not-divided': { breaks: true, withholds: true },
  'by-share': { breaks: false, withholds: false },
  straddles: { breaks: true, withholds: false },
  'not-of-this-day': { breaks: true, withholds: false },
  'duty-received': { breaks: true, withholds: false },
  'duty-given': { breaks: true, withholds: false },
  'rank-dropped': { breaks: true, withholds: true },
} as const satisfies Record<Reason['code'], ReasonRule>;

export function isComparable(reasons: readonly Reason[]): boolean {
  return !reasons.some(({ code }) => REASONS[code].breaks);
}

/** Whether the figure of the whole can be told. */
export function isTold(reasons: readonly Reason[]): boolean {
  return !reasons.some(({ code }) => REASONS[code].withholds);
}

/** Each reason once, in an order that does not depend on how they were gathered. */
export function uniteReasons(reasons: readonly Reason[]): readonly Reason[] {
  if (reasons.length < 2) return reasons;
  const byWords = new Map(reasons.map((reason) => [keyOf(reason), reason]));
  return [...byWords.keys()].sort().flatMap((key) => byWords.get(key) ?? []);
}

/** A reason as a sentence; `nameOf` gives the name of an agency. */
export function reasonSentence(reason: Reason, nameOf: (agencyId: string) => string): string {
  switch (reason.code) {
    case 'missing':
      return `Thiếu số liệu của ${nameOf(reason.agencyId)}.`;
    case 'split-without-share':
      return `${nameOf(reason.agencyId)} chia tách từ ${day(reason.on)} mà không có tỷ lệ để chia số liệu.`;
    case 'documents-not-divided':
      return `Danh sách văn bản của ${nameOf(reason.agencyId)} không chia được theo tỷ lệ khi chia tách từ ${day(reason.on)}.`;
    case 'by-share':
      return `Số liệu của ${nameOf(reason.agencyId)} được chia theo tỷ lệ ${reason.share.replace('.', ',')}.`;
    case 'straddles':
      return `Kỳ này vắt qua ngày ${day(reason.on)}, khi tổ chức thay đổi.`;
    case 'not-of-this-day':
      return `Số có cuối kỳ của ${nameOf(reason.agencyId)} thuộc về ngày sau khi đơn vị này kết thúc (${day(reason.on)}) nên không cộng.`;
    case 'duty-received':
      return `Mới nhận thêm nhiệm vụ ${reason.duty}${reason.agencyId === null ? '' : ` của ${nameOf(reason.agencyId)}`} từ ${day(reason.on)}.`;
    case 'duty-given':
      return `Đã chuyển nhiệm vụ ${reason.duty} cho ${nameOf(reason.agencyId)} từ ${day(reason.on)}.`;
    case 'rank-dropped':
      return `Thứ hạng trước ngày ${day(reason.on)} là của các đơn vị cũ, không chuyển sang được.`;
  }
}

function day(iso: string): string {
  return iso.split('-').reverse().join('/');
}

/** Whatever order the fields were written in. */
function keyOf(reason: Reason): string {
  const fields = Object.entries(reason).sort(([one], [other]) => (one < other ? -1 : 1));
  return fields.map(([, value]) => value).join('\n');
}
