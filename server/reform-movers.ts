import { postMover } from './access/move-posts.ts';
import type { ReformMover } from './agency/reform-mover.ts';
import { measurementMover } from './indicator/measurement-mover.ts';
import { assignmentMover } from './task/move-assignments.ts';

/** What a reform takes from agencies that end to those that go on, in the order of the nouns. */
export const REFORM_MOVERS: readonly ReformMover[] = [postMover, assignmentMover, measurementMover];
