/**
 * What an overview asks of due items by name. A figure is the number of rows of its view, and opens to those rows;
 * server/task/work/due-row.store.ts says each as a condition.
 */
export const DUE_VIEWS = [
  /** Something is still to be done. */
  'open',
  /** Due within the next days, and open. */
  'soon',
  /** Past its day, and open. */
  'late',
  /** News were expected and did not come (silence.ts). */
  'silent',
  /** Waits for somebody. */
  'stuck',
  /** Handed in or accepted without a document as proof. */
  'unproved',
  'returned',
  'submitted',
  /** The agency asked for more time, or to be let off. */
  'asked',
  'finished',
  /** Its day has passed, or it was accepted before; what is closed or not applicable is left out. */
  'due',
  /** Of those, handed in by their day. */
  'in-time',
] as const;
export type DueView = (typeof DUE_VIEWS)[number];

export const DUE_VIEW_WORDS: Readonly<Record<DueView, string>> = {
  open: 'Còn phải làm',
  soon: 'Sắp đến hạn',
  late: 'Quá hạn',
  silent: 'Chưa báo cáo',
  stuck: 'Đang vướng',
  unproved: 'Thiếu tài liệu',
  returned: 'Bị trả lại',
  submitted: 'Chờ duyệt',
  asked: 'Có đề nghị',
  finished: 'Đã xong',
  due: 'Đã đến hạn',
  'in-time': 'Đúng hạn',
};

/** Asks for the work outside every area. */
export const NO_AREA = 'none';

/** Calendar days that count as soon. */
export const SOON_DAYS = 14;
