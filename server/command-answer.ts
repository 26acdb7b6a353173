import type { Result } from '#domain/kernel/result.ts';

/** What a command of the command line answers: what to print, the refusals, or how it was misused. */
export type CommandAnswer = Result<string> | { readonly misused: string };
