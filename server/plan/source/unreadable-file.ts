import type { RefusalCode } from '#domain/kernel/refusal.ts';

/** Thrown where a file's bytes turn out to be no readable document; `readSource` turns it into a refusal. */
export class UnreadableFile extends Error {
  readonly code: RefusalCode;
  readonly at: Readonly<Record<string, string | number>>;

  constructor(code: RefusalCode, at: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'UnreadableFile';
    this.code = code;
    this.at = at;
  }
}
