// Written by `npm run db:types` from the migrated database. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Read as parsed, written as text. */
export type Json = ColumnType<unknown, string, string>;
export type JsonFilled = ColumnType<unknown, string | undefined, string>;
export type JsonOrNull = ColumnType<unknown, string | null | undefined, string | null>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
export type TimestampFilled = ColumnType<Date, Date | string | undefined, Date | string>;
export type TimestampOrNull = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

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
    withdrawn: Generated<boolean>;
  };
  agency_code: {
    province_id: string;
    agency_id: string;
    ord: number;
    system: string;
    code: string;
    valid_from: string | null;
    valid_to: string | null;
  };
  agency_event: {
    province_id: string;
    id: string;
    reform_id: string | null;
    kind: string;
    effective_on: string | null;
    event: Json;
    recorded_at: Timestamp;
  };
  agency_event_reversal: {
    province_id: string;
    event_id: string;
    reform_id: string;
    recorded_at: Timestamp;
  };
  agency_group: {
    province_id: string;
    agency_id: string;
    ord: number;
    name: string;
    valid_from: string | null;
    valid_to: string | null;
  };
  agency_name: {
    province_id: string;
    agency_id: string;
    ord: number;
    name: string;
    short_names: string[];
    valid_from: string | null;
    valid_to: string | null;
  };
  agency_parent: {
    province_id: string;
    agency_id: string;
    ord: number;
    parent_id: string | null;
    valid_from: string | null;
    valid_to: string | null;
  };
  agency_revision: {
    province_id: string;
    revision: number;
  };
  assignment: {
    province_id: string;
    id: string;
    plan_id: string;
    task_id: string;
    agency_id: string;
    role: string;
    basis: string;
    holder_id: string | null;
    valid_from: string | null;
    valid_to: string | null;
    continued_by_id: string | null;
  };
  audit_entry: {
    province_id: string;
    seq: number;
    id: string;
    occurred_at: Timestamp;
    recorded_at: Timestamp;
    person_id: string | null;
    person_name: string;
    agency_id: string | null;
    agency_name: string | null;
    post_id: string | null;
    post_title: string | null;
    role: string | null;
    on_behalf_of: string | null;
    on_behalf_of_name: string | null;
    session: string | null;
    address: string | null;
    act: string;
    subject_kind: string;
    subject_id: string;
    subject_words: string;
    before: JsonOrNull;
    after: JsonOrNull;
    reason: string | null;
    previous_hash: string;
    hash: string;
    search: GeneratedAlways<string>;
  };
  audit_head: {
    province_id: string;
    seq: number;
    hash: string;
    not_before: Timestamp;
  };
  audit_root: {
    province_id: string;
    day: string;
    first_seq: number;
    last_seq: number;
    count: number;
    last_hash: string;
    previous_root: string;
    root: string;
    key_id: string;
    signature: string;
    recorded_at: Timestamp;
  };
  delegation: {
    province_id: string;
    id: string;
    post_id: string;
    to_person_id: string;
    valid_from: string;
    valid_to: string;
    reason: string;
    revoked_on: string | null;
    recorded_at: Timestamp;
  };
  finding: {
    province_id: string;
    id: string;
    plan_id: string;
    task_id: string | null;
    code: string;
    message: string;
    remedy: string;
    place: JsonFilled;
  };
  handover: {
    province_id: string;
    id: string;
    from_person_id: string;
    to_person_id: string;
    post_id: string;
    ended_on: string;
    items: Json;
    occurred_at: Timestamp;
    recorded_at: TimestampFilled;
  };
  invitation: {
    province_id: string;
    id: string;
    person_id: string;
    invited_by: string | null;
    sent_at: TimestampOrNull;
    expires_at: Timestamp;
    accepted_at: TimestampOrNull;
    withdrawn_at: TimestampOrNull;
    recorded_at: Timestamp;
  };
  measurement: {
    province_id: string;
    id: string;
    agency_id: string;
    measure: string;
    kind: string;
    period_from: string;
    period_to: string;
    numerator: string | null;
    denominator: string | null;
    documents: JsonOrNull;
    carry_id: string | null;
    parts: JsonOrNull;
    reasons: JsonFilled;
    comparable: Generated<boolean>;
    source: JsonOrNull;
    occurred_at: Timestamp;
    recorded_at: TimestampFilled;
  };
  measurement_carry: {
    province_id: string;
    id: string;
    reform_id: string;
    agency_id: string;
    effective_on: string;
    from_ids: string[];
    lines: Json;
    duties: JsonFilled;
    occurred_at: Timestamp;
    recorded_at: TimestampFilled;
  };
  measurement_carry_withdrawal: {
    province_id: string;
    carry_id: string;
    occurred_at: Timestamp;
    recorded_at: TimestampFilled;
  };
  person: {
    province_id: string;
    id: string;
    user_id: string | null;
    name: string;
    email: string;
    phone: string | null;
    disabled_at: TimestampOrNull;
    demo: Generated<boolean>;
    recorded_at: Timestamp;
    search: GeneratedAlways<string>;
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
    withdrawn_at: TimestampOrNull;
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
    before: JsonOrNull;
    after: JsonOrNull;
    undoes: string | null;
    actor: string;
    occurred_at: Timestamp;
    recorded_at: TimestampFilled;
    fields: JsonFilled;
    person_id: string | null;
  };
  plan_import: {
    province_id: string;
    id: string;
    source_file_id: string;
    plan_id: string | null;
    replaces_plan_id: string | null;
    state: string;
    reading: Json;
    corrections: JsonFilled;
    before_plan: JsonOrNull;
    confirmed_at: TimestampOrNull;
    undone_at: TimestampOrNull;
    recorded_at: Timestamp;
    author_id: string | null;
  };
  post: {
    province_id: string;
    id: string;
    person_id: string;
    agency_id: string;
    title: string;
    role: string;
    valid_from: string;
    valid_to: string | null;
    recorded_at: Timestamp;
  };
  province: {
    id: string;
    code: string;
    name: string;
  };
  reform: {
    province_id: string;
    id: string;
    title: string;
    state: string;
    revision: Generated<number>;
    effective_on: string;
    decision: Json;
    note: Generated<string>;
    events: JsonFilled;
    choices: JsonFilled;
    author_id: string | null;
    author: string;
    approver_id: string | null;
    applied_at: TimestampOrNull;
    reversed_at: TimestampOrNull;
    recorded_at: Timestamp;
  };
  reform_act: {
    province_id: string;
    id: string;
    reform_id: string;
    revision: number;
    kind: string;
    person_id: string | null;
    person: string;
    reason: string | null;
    moved: JsonOrNull;
    occurred_at: Timestamp;
    recorded_at: TimestampFilled;
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
    leads: JsonFilled;
    coordinators: JsonFilled;
    deliverables: JsonFilled;
    targets: JsonFilled;
    inherited: Generated<string[]>;
    source: JsonFilled;
    search: GeneratedAlways<string>;
    row_key: string | null;
    notes: JsonFilled;
  };
}
