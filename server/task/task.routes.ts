import { may, os } from '../guard.ts';
import { orRefuse } from '../http/refused.ts';
import { createTask } from './create-task.ts';
import { getTask } from './get-task.ts';
import { holdAssignment } from './hold-assignment.ts';
import { moveTask } from './move-task.ts';
import { removeTask } from './remove-task.ts';
import { updateTask } from './update-task.ts';

export function taskRoutes() {
  return {
    get: os.task.get
      .use(may('plan.read'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await getTask(deps, input.taskId))),
    update: os.task.update
      .use(may('plan.edit'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await updateTask(deps, input))),
    create: os.task.create
      .use(may('plan.edit'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await createTask(deps, input))),
    move: os.task.move
      .use(may('plan.edit'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await moveTask(deps, input))),
    hold: os.task.hold
      .use(may('assignment.hold'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await holdAssignment(deps, input))),
    remove: os.task.remove
      .use(may('plan.edit'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await removeTask(deps, input))),
  };
}
