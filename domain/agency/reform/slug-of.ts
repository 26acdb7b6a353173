import { fold } from '../../kernel/text.ts';

/** An id from a name, readable in an address; the year, then a number, is added where it is taken. */
export function slugOf(name: string, year: string, taken: ReadonlySet<string>): string {
  const plain =
    fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80)
      .replace(/-+$/, '') || 'co-quan';
  const dated = `${plain}-${year}`;
  for (const id of [plain, dated]) if (!taken.has(id)) return id;
  for (let number = 2; ; number++) {
    const id = `${dated}-${number}`;
    if (!taken.has(id)) return id;
  }
}
