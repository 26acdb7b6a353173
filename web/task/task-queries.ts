import { queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

export function taskQuery(taskId: string) {
  return queryOptions({ queryKey: ['task', taskId], queryFn: () => api.task.get({ taskId }) });
}
