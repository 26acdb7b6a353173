// Written by `npm run db:types` from the migrated database. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Read as parsed, written as text. */
export type Json = ColumnType<unknown, string, string>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface DB {
  agency: {
    province_id: string;
    id: string;
    name: string;
    short_names: Generated<string[]>;
    level: string;
    kind: string;
    valid_from: string | null;
    valid_to: string | null;
    successors: Generated<string[]>;
    verified: boolean;
    source: string;
  };
  assignment: {
    province_id: string;
    id: string;
    plan_id: string;
    task_id: string;
    agency_id: string;
    role: string;
    basis: string;
  };
  finding: {
    province_id: string;
    id: string;
    plan_id: string;
    task_id: string | null;
    code: string;
    message: string;
    remedy: string;
    place: Generated<Json>;
  };
  plan: {
    province_id: string;
    id: string;
    number: string | null;
    issued_on: string | null;
    issuer: string | null;
    title: string;
    period: string | null;
    year: number | null;
    revision: Generated<number>;
    withdrawn_at: Timestamp | null;
    recorded_at: Timestamp;
  };
  plan_change: {
    province_id: string;
    id: string;
    plan_id: string;
    revision: number;
    kind: string;
    task_id: string | null;
    task_code: string | null;
    before: Json | null;
    after: Json | null;
    undoes: string | null;
    actor: string;
    occurred_at: Timestamp;
    recorded_at: Generated<Timestamp>;
  };
  plan_import: {
    province_id: string;
    id: string;
    source_file_id: string;
    plan_id: string | null;
    replaces_plan_id: string | null;
    state: string;
    reading: Json;
    corrections: Generated<Json>;
    before_plan: Json | null;
    confirmed_at: Timestamp | null;
    undone_at: Timestamp | null;
    recorded_at: Timestamp;
  };
  province: {
    id: string;
    code: string;
    name: string;
  };
  source_file: {
    province_id: string;
    id: string;
    sha256: string;
    name: string;
    kind: string;
    bytes: Buffer;
    recorded_at: Timestamp;
  };
  task: {
    province_id: string;
    id: string;
    plan_id: string;
    parent_id: string | null;
    ord: number;
    depth: number;
    kind: string;
    code: string;
    name: string;
    deadline: Json;
    due_on: string | null;
    leads: Generated<Json>;
    coordinators: Generated<Json>;
    deliverables: Generated<Json>;
    targets: Generated<Json>;
    inherited: Generated<string[]>;
    source: Generated<Json>;
    search: GeneratedAlways<string>;
  };
}
