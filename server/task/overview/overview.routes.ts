import { may, os } from '../../guard.ts';
import { getHeat, getRoom } from './get-room.ts';
import { getYearOfWork, listRecentActs, listRows } from './list-rows.ts';
import { listUnanswered } from './list-unanswered.ts';

export function overviewRoutes() {
  return {
    room: os.overview.room
      .use(may('assignment.read'))
      .handler(({ input, context: { deps } }) => getRoom(deps, input)),
    heat: os.overview.heat
      .use(may('assignment.read'))
      .handler(({ input, context: { deps } }) => getHeat(deps, input)),
    rows: os.overview.rows
      .use(may('assignment.read'))
      .handler(({ input, context: { deps } }) => listRows(deps, input)),
    year: os.overview.year
      .use(may('assignment.read'))
      .handler(({ input, context: { deps } }) => getYearOfWork(deps, input)),
    changes: os.overview.changes
      .use(may('assignment.read'))
      .handler(({ input, context: { deps } }) => listRecentActs(deps, input)),
    unanswered: os.overview.unanswered
      .use(may('assignment.read'))
      .handler(({ context: { deps } }) => listUnanswered(deps)),
  };
}
