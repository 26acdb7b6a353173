import { clean } from '../../kernel/text.ts';

// A clause is looked at in three ways, letter for letter in the same places: as written, in lower case with its
// marks (`toned`), and as a `key` without marks. Without marks "đất" is "đạt", "mục" is "mức" and "hồ" is "hộ", so in
// the key a word that only looks like a word of grammar has its first letter struck out.

export interface ClauseText {
  readonly text: string;
  readonly toned: string;
  readonly key: string;
}

/** Words of grammar by their letters without marks, and the forms with marks that mean them. */
const GRAMMAR: Readonly<Record<string, readonly string[]>> = {
  ba: ['ba'],
  bang: ['bằng'],
  ca: ['cả'],
  chua: ['chưa'],
  co: ['có'],
  con: ['còn'],
  dat: ['đạt'],
  de: ['để'],
  den: ['đến'],
  duoi: ['dưới'],
  gan: ['gần'],
  giam: ['giảm'],
  ha: ['hạ'],
  hang: ['hạng'],
  hon: ['hơn'],
  khoang: ['khoảng'],
  la: ['là'],
  lan: ['lần'],
  len: ['lên'],
  moi: ['mỗi'],
  muc: ['mức'],
  nam: ['năm'],
  nang: ['nâng'],
  ngay: ['ngày'],
  qua: ['quá', 'qúa'],
  so: ['số', 'so'],
  tang: ['tăng'],
  thang: ['tháng'],
  thap: ['thấp'],
  them: ['thêm'],
  thu: ['thứ'],
  toi: ['tối', 'tới'],
  tren: ['trên'],
  trong: ['trong'],
  tu: ['từ'],
  va: ['và'],
  vuot: ['vượt'],
  xuong: ['xuống'],
};

const MARKED = /[\u0300-\u036f]|đ/;

/** The clause in its three ways. `text` must be `clean`. */
export function getClauseText(text: string): ClauseText {
  const toned = sameLength(text, (letter) => letter.toLowerCase());
  const marked = MARKED.test(toned.normalize('NFD'));
  const bare = sameLength(toned, (letter) =>
    letter === 'đ' ? 'd' : letter.normalize('NFD').replace(/\p{M}/gu, ''),
  );
  if (!marked) return { text, toned, key: bare };
  const key = bare.replace(/[a-z]+/g, (word, at: number) => {
    const forms = Object.hasOwn(GRAMMAR, word) ? GRAMMAR[word] : undefined;
    return forms === undefined || forms.includes(toned.slice(at, at + word.length))
      ? word
      : `~${word.slice(1)}`;
  });
  return { text, toned, key };
}

export function sliceClause({ text, toned, key }: ClauseText, from: number, to?: number): ClauseText {
  return { text: text.slice(from, to), toned: toned.slice(from, to), key: key.slice(from, to) };
}

/** Slips of scanning and typing that can be mended without doubt, and the several ways to write one sign. */
export function cleanPhrase(text: string): string {
  return clean(text.replace(/\r?\n/g, ' ; '))
    .replaceAll('\u2044', '/')
    .replace(/≧|⩾|=>|> =/g, '≥')
    .replace(/≦|⩽|=<|< =/g, '≤')
    .replace(/(?<![\p{L}\d])[1l](?:[oO0]{2}|0 0|0[oO]|[oO]0)(?=\s?%)/gu, '100')
    .replace(/(?<![\d.,/\p{L}] ?)([1-9]0?) 0(?=\s?%)(?!\s?%0)/gu, '$10');
}

function sameLength(text: string, change: (letter: string) => string): string {
  let changed = '';
  for (const letter of text) {
    const made = change(letter);
    changed += made.length === letter.length ? made : letter;
  }
  return changed;
}
