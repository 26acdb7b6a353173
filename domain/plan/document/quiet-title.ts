import { fold } from '../../kernel/text.ts';

const WORD = /\p{L}+/gu;
/** After these a sentence or an item begins, and a capital says nothing of the word unless all of it is capitals. */
const BEGINNING = /^$|\n|[^\s,/]/u;
/** What a syllable of Vietnamese may be, without its marks; "par" and "cchc" are none. */
const SYLLABLE =
  /^(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/;
/** Numbers of a part or a quarter that are no words; "VI" and "XI" are both, and taken for words. */
const ROMAN = /^(?:V?I{2,3}|XI{2,3}|I)$/;

/** Whether a text is in capitals throughout. */
export function isShouted(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}

/**
 * A title in capitals as the middle of a sentence writes it: "NÂNG CAO CHỈ SỐ PAR INDEX" as "Nâng cao Chỉ số PAR INDEX".
 * Which words keep their capitals is asked of `said`, what the same document says elsewhere: first of places where a
 * word stands beside the same neighbour, then of all, where they agree. A word it never says keeps its capitals if it
 * can be no syllable of Vietnamese. Any other title is answered as it is.
 */
export function quietTitle(title: string, said: readonly string[]): string {
  if (!isShouted(title)) return title;
  const composed = title.normalize('NFC');
  const words = composed.match(WORD) ?? [];
  const forms = collectForms(new Set(words.map(lower)), said);
  let at = -1;
  return composed.replace(WORD, (word) => {
    at += 1;
    const [before, after] = [words[at - 1] ?? '', words[at + 1] ?? ''];
    const quiet =
      mostOf([
        ...(forms.after.get(pair(before, word)) ?? []),
        ...(forms.before.get(pair(word, after)) ?? []),
      ]) ??
      agreedOf(forms.alone.get(lower(word)) ?? []) ??
      (SYLLABLE.test(fold(word)) && !ROMAN.test(word) ? lower(word) : word);
    return at === 0 ? quiet.charAt(0).toUpperCase() + quiet.slice(1) : quiet;
  });
}

/** How words are written within sentences, each place once: by themselves, after another, before another. */
function collectForms(wanted: ReadonlySet<string>, said: readonly string[]) {
  const [alone, after, before] = [
    new Map<string, string[]>(),
    new Map<string, string[]>(),
    new Map<string, string[]>(),
  ];
  for (const one of said) {
    if (isShouted(one)) continue;
    const text = one.normalize('NFC');
    const found = [...text.matchAll(WORD)];
    for (const [at, { 0: form, index }] of found.entries()) {
      if (!wanted.has(lower(form))) continue;
      const [last, next] = [found[at - 1], found[at + 1]];
      const gap = last === undefined ? '' : text.slice(last.index + last[0].length, index);
      if (BEGINNING.test(gap) && !isShouted(form)) continue;
      note(alone, lower(form), form);
      if (last !== undefined) note(after, pair(last[0], form), form);
      if (next !== undefined) note(before, pair(form, next[0]), form);
    }
  }
  return { alone, after, before };
}

function note(forms: Map<string, string[]>, key: string, form: string): void {
  const held = forms.get(key);
  if (held === undefined) forms.set(key, [form]);
  else held.push(form);
}

/** The form that stands most often; of as many, the one that came first. */
function mostOf(forms: readonly string[]): string | undefined {
  const counted = Map.groupBy(forms, (form) => form);
  return [...counted].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0];
}

function agreedOf(forms: readonly string[]): string | undefined {
  return new Set(forms).size === 1 ? forms[0] : undefined;
}

function pair(one: string, other: string): string {
  return `${lower(one)} ${lower(other)}`;
}

function lower(word: string): string {
  return word.toLowerCase();
}
