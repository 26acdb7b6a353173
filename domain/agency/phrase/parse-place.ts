import type { AgencyLevel } from '../agency-phrase.ts';
import { PLACE_SHORT, PROVINCE_CITIES } from '../data/place-kinds.ts';
import { isConnector } from './match-words.ts';
import { type Piece, pieceOf, sliceOf } from './member.ts';
import { syllableKey } from './syllable-key.ts';
import type { Phrase } from './tokenize-phrase.ts';
import { AND_WORDS, BODIES, DUTIES, HEADS, KINDS, POST_TABLE, SCOPES } from './vocabulary.ts';

// "tỉnh", "cấp huyện, cấp xã", "các xã, phường", "các huyện: Hữu Lũng, Văn Quan", "xã Tân Tiến", "TP. Lạng Sơn",
// "khu vực VI".

export interface Place {
  readonly piece: Piece;
  readonly plural: boolean;
  readonly named: boolean;
  readonly level: AgencyLevel | undefined;
}

export interface Places {
  readonly places: readonly Place[];
  readonly end: number;
}

const CAC = syllableKey('các');
const CAP = syllableKey('cấp');
const CUA = syllableKey('của');
/** "nông thôn", "văn bản": the unit's name is a part of another word. */
const PART_OF_WORD = new Set(
  ['nông', 'văn', 'cơ', 'căn', 'biên', 'nguyên', 'bài', 'kịch', 'tư', 'Nhật'].map(syllableKey),
);
const HOI = syllableKey('hội');
const CITIES = new Set(PROVINCE_CITIES.map((city) => city.split(' ').map(syllableKey).join(' ')));

interface Kind {
  readonly full: string;
  readonly level: AgencyLevel;
  readonly end: number;
  readonly short: boolean;
}

function kindAt({ tokens }: Phrase, at: number): Kind | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const short = token.letters === undefined ? undefined : PLACE_SHORT[token.letters];
  if (short !== undefined) {
    const level =
      short === 'thị trấn'
        ? 'commune'
        : short === 'Trung ương'
          ? 'central'
          : short === 'tổ dân phố'
            ? 'village'
            : 'district';
    return { full: short, level, end: at + (tokens[at + 1]?.key === '.' ? 2 : 1), short: true };
  }
  const found = KINDS.find(tokens, at);
  if (found === undefined || found.short) return undefined;
  const next = tokens[found.end];
  if (next?.key === HOI && !next.capital) return undefined;
  if (found.entry.level === 'village' && PART_OF_WORD.has(tokens[at - 1]?.key ?? '')) return undefined;
  if (found.entry.full === 'cơ sở' && tokens[at - 1]?.key !== CAP) return undefined;
  const head = HEADS.find(tokens, at);
  if (
    head !== undefined &&
    head.end > found.end &&
    head.entry.form !== 'named' &&
    !(next?.capital && tokens[found.end + 1]?.capital)
  )
    return undefined;
  return { full: found.entry.full, level: found.entry.level, end: found.end, short: false };
}

/** Where a proper name of a place ends: words with capitals, none of which begins another agency. */
export function properEnd(phrase: Phrase, at: number, first = true): number {
  const { tokens } = phrase;
  let end = at;
  while (end - at < 6) {
    const token = tokens[end];
    if (token === undefined) break;
    if (
      token.key === '-' &&
      end > at &&
      tokens[end + 1]?.capital &&
      !startsAgency(phrase, end + 1) &&
      tokens[end + 2]?.capital
    ) {
      end += 1;
      continue;
    }
    if (!token.word || !(token.capital || /^\d/.test(token.text))) break;
    if (/^\d+$/.test(token.text) && /^[.)]$/.test(tokens[end + 1]?.key ?? '')) break;
    if (phrase.shouted && (DUTIES.find(tokens, end) !== undefined || SCOPES.find(tokens, end) !== undefined))
      break;
    if (
      startsAgency(phrase, end) &&
      !(
        first &&
        end === at &&
        HEADS.find(tokens, end)?.end === end + 1 &&
        !isStrong(token.key) &&
        tokens[end + 1]?.capital &&
        !startsAgency(phrase, end + 1)
      )
    )
      break;
    end += 1;
  }
  return end;
}

const STRONG = new Set(
  ['sở', 'ubnd', 'hđnd', 'bộ', 'phòng', 'cục', 'vụ', 'vnpt', 'evn', 'fpt', 'viettel'].map(syllableKey),
);
function isStrong(key: string): boolean {
  return STRONG.has(key);
}

export function startsAgency({ tokens }: Phrase, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !token.capital) return false;
  return (
    token.key === CAC || HEADS.find(tokens, at) !== undefined || POST_TABLE.find(tokens, at) !== undefined
  );
}

function onePlace(
  phrase: Phrase,
  start: number,
  inherited: string | undefined,
): (Place & { end: number; lead: string | undefined; kind: string }) | undefined {
  const { tokens } = phrase;
  let at = start;
  if (tokens[at]?.key === CUA) at += 1;
  let lead: string | undefined;
  if (tokens[at]?.key === CAC || tokens[at]?.key === CAP) lead = tokens[at++]?.text;
  if (lead !== undefined && tokens[at]?.key === CAP) {
    return {
      piece: pieceOf(phrase, start, at + 1),
      plural: true,
      named: false,
      level: undefined,
      end: at + 1,
      lead,
      kind: 'cấp',
    };
  }
  const kind = kindAt(phrase, at);
  if (kind === undefined) return undefined;
  const isLevel = (lead ?? inherited) !== undefined && syllableKey(lead ?? inherited ?? '') === CAP;
  const end = isLevel ? kind.end : properEnd(phrase, kind.end);
  const named = end > kind.end;
  const name = sliceOf(phrase, kind.end, end);
  const isCity = kind.full === 'thành phố' && CITIES.has(name.split(' ').map(syllableKey).join(' '));
  const capitalCity =
    kind.full === 'thành phố' && !named && tokens[at]?.capital === true && lead === undefined;
  const text = sliceOf(phrase, start, end);
  const full =
    kind.short || /HCM/.test(name)
      ? [sliceOf(phrase, start, at), kind.full, name.replace('HCM', 'Hồ Chí Minh')].filter(Boolean).join(' ')
      : text;
  return {
    piece:
      lead === undefined && inherited !== undefined && !named
        ? { text: `${inherited} ${text}`, full: `${inherited} ${full}` }
        : { text, full },
    plural: lead !== undefined || (inherited !== undefined && !named),
    named,
    level: isCity || capitalCity ? 'province' : kind.level,
    end,
    lead: lead ?? inherited,
    kind: kind.full,
  };
}

/** The places at `at`; `shares` allows more of them after commas ("cấp huyện, cấp xã"). */
export function parsePlaces(phrase: Phrase, at: number, shares: boolean): Places | undefined {
  const first = onePlace(phrase, at, undefined);
  if (first === undefined) {
    const found = region(phrase, at);
    return found === undefined ? undefined : { places: [found], end: found.end };
  }
  const listed = shares ? listedNames(phrase, first, at) : undefined;
  if (listed !== undefined) return listed;
  const places: Place[] = [first];
  let end = first.end;
  while (shares) {
    const next = skipJoin(phrase, end);
    if (next === end) break;
    const more = onePlace(phrase, next, first.lead);
    if (
      more === undefined ||
      more.kind === 'cấp' ||
      (more.level === 'village') !== (first.level === 'village')
    )
      break;
    if (first.lead === undefined && more.lead !== undefined && first.named) break;
    places.push(more);
    end = more.end;
  }
  // "UBND xã, phường, thị trấn", "UBND quận-huyện": several kinds with no name are all units of the kind.
  const many =
    places.length > 1 &&
    places.filter(({ named }) => !named).length === places.length &&
    new Set(places.map(({ level }) => level)).size < places.length;
  const provinces = places.length > 1 && places[0]?.level === 'province' && places[0].plural;
  return {
    places: places.map((place) => ({
      ...place,
      plural: place.plural || many,
      level: provinces && place.level === 'district' ? 'province' : place.level,
    })),
    end,
  };
}

/** "các huyện: Hữu Lũng, Văn Quan", "huyện Tràng Định, Bình Gia và Bắc Sơn": each name is a place of the kind. */
function listedNames(
  phrase: Phrase,
  first: Place & { end: number; kind: string; lead: string | undefined },
  at: number,
): Places | undefined {
  const { tokens } = phrase;
  const colon = !first.named && (tokens[first.end]?.key === ':' || tokens[first.end]?.key === '(');
  let end = colon ? first.end + 1 : first.end;
  const kind = { text: first.kind, full: first.kind };
  if (tokens[at]?.key === CAP) return undefined;
  const level = first.level;
  const names: Piece[] = [];
  if (first.named) {
    const from = at + (first.lead === undefined ? 0 : 1);
    names.push({ text: sliceOf(phrase, from, end), full: sliceOf(phrase, from, end) });
    if (kindAt(phrase, from)?.short === true) return undefined;
  } else if (!colon) return undefined;
  for (;;) {
    const next = names.length === 0 ? end : skipJoin(phrase, end);
    if (next === end && names.length > 0) break;
    const stop = properEnd(phrase, next);
    const after = tokens[stop];
    const whole =
      stop > next &&
      tokens[next]?.letters === undefined &&
      (after === undefined || !after.word || AND_WORDS.has(after.key));
    if (!whole || (!colon && BODIES.department.find(tokens, next) !== undefined)) break;
    const name = sliceOf(phrase, next, stop);
    names.push({ text: `${kind.text} ${name}`, full: `${kind.full} ${name}` });
    end = stop;
  }
  if (names.length === 0 || (names.length === 1 && first.lead === undefined)) return undefined;
  if (tokens[first.end]?.key === '(' && tokens[end]?.key === ')') end += 1;
  return { places: names.map((piece) => ({ piece, plural: false, named: true, level })), end };
}

/** "khu vực VI", "Việt Nam", "chi nhánh tỉnh Lạng Sơn". */
function region(phrase: Phrase, at: number): (Place & { end: number }) | undefined {
  const { tokens } = phrase;
  const is = (place: number, word: string) => tokens[place]?.key === syllableKey(word);
  if (
    (is(at, 'cửa') && is(at + 1, 'khẩu')) ||
    (is(at, 'cơ') &&
      is(at + 1, 'sở') &&
      (tokens[at + 2]?.capital || /^\d/.test(tokens[at + 2]?.text ?? ''))) ||
    (is(at, 'khu') && is(at + 1, 'vực')) ||
    (is(at, 'chi') && is(at + 1, 'nhánh'))
  ) {
    const inner = onePlace(phrase, at + 2, undefined);
    const name = inner?.end ?? properEnd(phrase, at + 2);
    const above = inner === undefined ? onePlace(phrase, name, undefined) : undefined;
    const end = above?.end ?? name;
    return {
      piece: pieceOf(phrase, at, end),
      plural: false,
      named: end > at + 2,
      level: (inner ?? above)?.level,
      end,
    };
  }
  return undefined;
}

/** Past a comma, a slash, a dash or "và" between two members; the same place where there is none. */
export function skipJoin({ tokens }: Phrase, at: number): number {
  let end = at;
  while (end - at < 2) {
    const token = tokens[end];
    if (
      token === undefined ||
      !(isConnector(token) || token.key === '/' || token.key === '+' || AND_WORDS.has(token.key))
    )
      break;
    end += 1;
  }
  return end;
}
