import { ORPCError } from '@orpc/client';
import { useSyncExternalStore } from 'react';

/** Whether the server can be reached, as far as the last answer told. The browser itself only knows of its own cable. */
let isUp = navigator.onLine;
const watchers = new Set<() => void>();
const FIRST_LOOK_MS = 5_000;
const LONGEST_LOOK_MS = 60_000;
let wait = FIRST_LOOK_MS;
let timer: ReturnType<typeof setTimeout> | undefined;

export function noteLine(up: boolean): void {
  if (up) wait = FIRST_LOOK_MS;
  lookLater(up);
  if (isUp === up) return;
  isUp = up;
  for (const watch of watchers) watch();
}

/** While it is down the server is asked now and then, ever less often. */
function lookLater(up: boolean): void {
  clearTimeout(timer);
  timer = up ? undefined : setTimeout(look, wait);
}

async function look(): Promise<void> {
  wait = Math.min(LONGEST_LOOK_MS, wait * 2);
  try {
    const answer = await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(10_000) });
    noteLine(answer.ok);
  } catch {
    noteLine(false);
  }
}

window.addEventListener('offline', () => noteLine(false));
window.addEventListener('online', () => void look());
if (!isUp) lookLater(false);

export function isLineUp(): boolean {
  return isUp;
}

/** Called at each change; answers with the way to stop. */
export function watchLine(watch: () => void): () => void {
  watchers.add(watch);
  return () => watchers.delete(watch);
}

export function useLine(): boolean {
  return useSyncExternalStore(watchLine, isLineUp);
}

/** Statuses with which a proxy says that it found no server behind it, or the server that it is not ready yet. */
const AWAY = [502, 503, 504];

/** Whether a call failed before the server could say anything of it. */
export function isNoLine(error: unknown): boolean {
  if (error instanceof ORPCError) return AWAY.includes(error.status);
  return (
    error instanceof TypeError ||
    (error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError'))
  );
}
