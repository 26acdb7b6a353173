import data from './data/notice-rules.json' with { type: 'json' };

/** What calls for a reminder. */
export const NOTICE_TRIGGERS = [
  'before-due',
  'due',
  'late',
  'unconfirmed',
  'returned',
  'asked',
  'review',
  'blocked',
  'silent',
  'next-passed',
  'mentioned',
] as const;
export type NoticeTrigger = (typeof NOTICE_TRIGGERS)[number];

/** Who is reminded, by what they have to do with the item. */
export const NOTICE_RECIPIENTS = [
  'holder',
  'head',
  'owner',
  'leader',
  'reviewer',
  'blocking',
  'mentioned',
] as const;
export type NoticeRecipient = (typeof NOTICE_RECIPIENTS)[number];

/** One rule of the province. Its id stays when its days change, so that nobody is reminded anew of the same thing. */
export interface NoticeRule {
  readonly id: string;
  readonly trigger: NoticeTrigger;
  /** Working days before the due day, or after what happened. */
  readonly days: number;
  readonly to: readonly NoticeRecipient[];
  readonly enabled: boolean;
}

/** What holds where a province changed nothing. */
export const DEFAULT_RULES = data.rules as readonly NoticeRule[];

/** Who may be chosen for each trigger: a mention goes to whoever was mentioned, and to nobody else. */
export const RECIPIENTS_OF: Readonly<Record<NoticeTrigger, readonly NoticeRecipient[]>> = {
  'before-due': ['holder', 'head', 'owner', 'leader'],
  due: ['holder', 'head', 'owner', 'leader'],
  late: ['holder', 'head', 'owner', 'leader'],
  unconfirmed: ['holder', 'head', 'owner'],
  returned: ['holder', 'head'],
  asked: ['owner'],
  review: ['reviewer', 'owner'],
  blocked: ['blocking', 'owner'],
  silent: ['holder', 'head', 'owner'],
  'next-passed': ['holder', 'head'],
  mentioned: ['mentioned'],
};

/** Where in a digest a reminder stands. */
export type NoticeGroup = 'late' | 'due' | 'waiting' | 'mention';
export const NOTICE_GROUPS: readonly NoticeGroup[] = ['late', 'due', 'waiting', 'mention'];
