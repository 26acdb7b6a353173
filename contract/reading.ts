import { z } from 'zod';

/** Shapes of readings as they cross the wire; their meaning is told in docs/reading.md. */

export const Target = z.object({
  comparator: z.enum(['>=', '>', '<=', '<', '=', 'between', 'increase', 'decrease', 'count', 'exists']),
  value: z.number().optional(),
  upper: z.number().optional(),
  unit: z.string().optional(),
  bound: z.enum(['=', '>=', '>', '<=', '<', 'between']).optional(),
  baseline: z.string().optional(),
  subject: z.string().optional(),
  deadline: z.string().optional(),
  scope: z.string().optional(),
  approx: z.boolean().optional(),
});
export type Target = z.infer<typeof Target>;

const deadlineFields = {
  kind: z.enum([
    'year',
    'quarter',
    'month',
    'date',
    'range',
    'recurring',
    'continuous',
    'by_external_plan',
    'relative_days',
    'relative_working_days',
    'relative_event',
    'multi',
    'fragment',
    'none',
  ]),
  start: z.string().optional(),
  end: z.string().optional(),
  endExclusive: z.boolean().optional(),
  openStart: z.boolean().optional(),
  openEnd: z.boolean().optional(),
  recurrence: z
    .object({
      freq: z.enum(['yearly', 'half_yearly', 'quarterly', 'monthly', 'weekly', 'unspecified']),
      by: z.string().optional(),
    })
    .optional(),
  n: z.number().optional(),
  unit: z.string().optional(),
  direction: z.enum(['before', 'after']).optional(),
  anchor: z.string().optional(),
};
const DeadlinePart = z.object(deadlineFields);
export const Deadline = z.object({ ...deadlineFields, parts: z.array(DeadlinePart).optional() });
export type Deadline = z.infer<typeof Deadline>;

export const Role = z.enum(['lead', 'coordinate', 'oversee']);
export type Role = z.infer<typeof Role>;

export const AgencyMention = z.object({
  name: z.string(),
  kind: z.enum(['single', 'group']),
  level: z.enum(['central', 'province', 'district', 'commune', 'village']).optional(),
  role: Role.optional(),
  note: z.string().optional(),
  canonical: z.string().optional(),
  scope: z.string().optional(),
  head: z.string().optional(),
});
export type AgencyMention = z.infer<typeof AgencyMention>;

/** A cell of the document naming agencies: its words, and how they were read. */
export const AgencyCell = z.object({ text: z.string(), reading: z.array(AgencyMention) });
export type AgencyCell = z.infer<typeof AgencyCell>;

/** One lead of a task; where the document gives each lead its own coordinators, they stand here. */
export const LeadCell = AgencyCell.extend({
  note: z.string().optional(),
  coordinators: z.array(AgencyCell).optional(),
});
export type LeadCell = z.infer<typeof LeadCell>;

export const DeadlineCell = z.object({ text: z.string(), reading: Deadline });
export type DeadlineCell = z.infer<typeof DeadlineCell>;

/** Where words stood in the source: line of a text, page of a PDF, cell of a sheet, table/row/column of a document. */
export const Place = z.object({
  line: z.number().optional(),
  page: z.number().optional(),
  table: z.number().optional(),
  row: z.number().optional(),
  column: z.number().optional(),
  cell: z.string().optional(),
});
export type Place = z.infer<typeof Place>;

/** The exact words of one field in the document, and where each part of them stood. */
export const SourceField = z.object({ text: z.string(), places: z.array(Place) });
export type SourceField = z.infer<typeof SourceField>;

/** Words of a column a plan has no field for ("Ghi chú"). */
export const PlanNote = z.object({ header: z.string(), text: z.string() });
export type PlanNote = z.infer<typeof PlanNote>;

export const TaskField = z.enum(['code', 'name', 'deadline', 'leads', 'coordinators', 'deliverables']);
export type TaskField = z.infer<typeof TaskField>;

/** Words that are likely a slip of scanning, and what was likely meant. */
export const Proposal = z.object({ field: TaskField, found: z.string(), meant: z.string() });
export type Proposal = z.infer<typeof Proposal>;

const line = (length: number) => z.string().max(length);

/** The words of a row: one lead, coordinator or product a line. How they are read is computed, never sent. */
export const RowWords = z.object({
  code: line(50).optional(),
  name: line(4000).optional(),
  deadline: line(1000).optional(),
  leads: z.array(line(2000)).max(20).optional(),
  coordinators: z.array(line(2000)).max(20).optional(),
  deliverables: z.array(line(4000)).max(50).optional(),
});
export type RowWords = z.infer<typeof RowWords>;

/** How words of a row are read, before they are stored. */
export const WordsReading = z.object({
  deadline: Deadline.optional(),
  leads: z.array(AgencyCell).optional(),
  coordinators: z.array(AgencyCell).optional(),
  targets: z.array(Target).optional(),
});
export type WordsReading = z.infer<typeof WordsReading>;
