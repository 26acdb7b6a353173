export type AssignmentRole = 'lead' | 'coordinate' | 'oversee';
export type AgencyLevel = 'central' | 'province' | 'district' | 'commune' | 'village';

/** One agency, or group of agencies, named by a phrase of a plan. Meaning of each field: docs/reading.md. */
export interface AgencyMention {
  readonly name: string;
  readonly kind: 'single' | 'group';
  readonly level?: AgencyLevel;
  readonly role?: AssignmentRole;
  /** The words that say what this agency does ("theo dõi, đôn đốc", "chủ trì, tham mưu …"). */
  readonly note?: string;
  /** The full form of an abbreviated name. */
  readonly canonical?: string;
  /** A qualifier that narrows the mention ("liên quan", "thuộc tỉnh"). */
  readonly scope?: string;
  /** The post, where a post stands for the agency ("Giám đốc"). */
  readonly head?: string;
}
