import type { AgencyMention } from '../../agency/agency-phrase.ts';
import type { Deadline } from '../deadline/deadline.ts';
import type { Target } from '../target/target.ts';
import type { FindingCode } from './finding-codes.ts';
import type { Place } from './source.ts';

// What a plan document says, as data. The shapes are told in docs/reading.md ("plan").

export type RowKind = 'area' | 'heading' | 'task';
export type TaskField = 'code' | 'name' | 'deadline' | 'leads' | 'coordinators' | 'deliverables';

export interface AgencyCell {
  readonly text: string;
  readonly reading: readonly AgencyMention[];
}

export interface LeadCell extends AgencyCell {
  /** What this lead does, where the cell says so ("chủ trì, tham mưu …"). */
  readonly note?: string;
  /** Only where the document gives this lead coordinators of its own. */
  readonly coordinators?: readonly AgencyCell[];
}

/** The exact words of a field in the document, and every place they stood (several after a page break). */
export interface SourceField {
  readonly text: string;
  readonly places: readonly Place[];
}

export interface Doubt {
  readonly field: TaskField;
  /** Vietnamese: why the reading is not certain. */
  readonly reason: string;
}

/** Words of a column the plan has no field for ("Ghi chú", "Lãnh đạo phụ trách"). */
export interface PlanNote {
  readonly header: string;
  readonly text: string;
}

export interface PlanRow {
  /** Stays the same while the row is corrected: its place in the document ("r12"), or the task it became. */
  readonly key: string;
  /** Of a task: the key its row had in the document; absent of a row added by hand. */
  readonly origin?: string;
  /** Area and number, "III.2.2.1". */
  readonly code: string;
  /** Code of the row above it in the outline; null of an area. */
  readonly parent: string | null;
  readonly parentKey: string | null;
  readonly depth: number;
  readonly kind: RowKind;
  readonly name: string;
  readonly deadline: { readonly text: string; readonly reading: Deadline };
  readonly leads: readonly LeadCell[];
  readonly coordinators: readonly AgencyCell[];
  readonly deliverables: readonly string[];
  readonly targets: readonly Target[];
  /** Fields whose words stand on the heading above. */
  readonly inherited: readonly TaskField[];
  readonly source: Place;
  readonly fields: Readonly<Partial<Record<TaskField, SourceField>>>;
  readonly notes?: readonly PlanNote[];
  readonly doubts: readonly Doubt[];
}

export interface Finding {
  readonly code: FindingCode;
  /** Code of the row it is about; null of the whole document. */
  readonly row: string | null;
  readonly rowKey: string | null;
  readonly place: Place;
  readonly message: string;
  readonly remedy: string;
}

export type FindingDraft = Pick<Finding, 'code' | 'message' | 'remedy'>;

/** Every word of the source, counted once: kept + header + repeated + markup + lost = words. */
export interface Receipt {
  readonly words: number;
  readonly kept: number;
  readonly header: number;
  readonly markup: number;
  readonly repeated: readonly string[];
  readonly lost: readonly string[];
}

export interface PlanMeta {
  readonly number: string | null;
  /** ISO date. */
  readonly date: string | null;
  readonly issuer: string | null;
  readonly title: string;
  readonly period: string | null;
}

export interface PlanReading {
  readonly plan: PlanMeta;
  readonly rows: readonly PlanRow[];
  readonly findings: readonly Finding[];
  readonly receipt: Receipt;
  /** Names of sheets their author hid, which were not read. */
  readonly hiddenSheets?: readonly string[];
  /** Words that stand in no row: the lines above, between and below the tables. */
  readonly outside: readonly { readonly text: string; readonly place: Place }[];
}
