import { expect, test } from 'vitest';
import { PROPOSAL_GROUND_WORDS } from '#domain/plan/schedule/schedule-item.ts';
import { WORK_STATE_WORDS } from '#domain/task/work/decide-deed.ts';
import { DUE_VIEW_WORDS } from '#domain/task/work/due-view.ts';
import { WORK_GROUP_WORDS } from '#domain/task/work/my-work.ts';
import { formatGround } from '../plan/schedule/schedule-words.ts';
import { formatView } from '../task/overview/view-words.ts';
import { formatGroup } from '../task/work/group-words.ts';
import { formatState } from '../task/work/work-words.ts';

/** A page is translated and a workbook is not: both name a thing alike in Vietnamese. */
const NAMED: readonly (readonly [string, Readonly<Record<string, string>>, (name: never) => string])[] = [
  ['groups of my work', WORK_GROUP_WORDS, formatGroup],
  ['views of work', DUE_VIEW_WORDS, formatView],
  ['states of work', WORK_STATE_WORDS, formatState],
  ['grounds of proposals', PROPOSAL_GROUND_WORDS, formatGround],
];

test.each(NAMED)('%s are called alike on the page and in a workbook', (_what, words, format) => {
  for (const [name, word] of Object.entries(words)) expect(format(name as never)).toBe(word);
});
