import type { AgencyLevel } from '../agency-phrase.ts';
import type { NameHead } from '../data/name-heads.ts';
import { type Found, isConnector, type Wording } from './match-words.ts';
import { isWordAt, type Member, type Parsed, type Piece, pieceOf, sliceOf } from './member.ts';
import { type Place, parsePlaces, properEnd, skipJoin, startsAgency } from './parse-place.ts';
import { syllableKey } from './syllable-key.ts';
import type { Phrase } from './tokenize-phrase.ts';
import { AND_WORDS, ARTICLES, BODIES, DUTIES, HEADS, NOUNS, POST_TABLE, SCOPES } from './vocabulary.ts';

// One name of a list: an article, a post, a head, its body and its place; or words for many agencies at once.

type Head = Found<NameHead & { wording: Wording }>;

const FROM_CAPITAL = new Set([
  'thanh tra',
  'thống kê',
  'thuế',
  'kiểm lâm',
  'quân sự',
  'biên phòng',
  'bảo hiểm',
  'hải quan',
  'mặt trận',
  'kho bạc',
  'bưu chính',
  'quản lý thị trường',
  'công đoàn',
  'cảng',
  'báo',
  'đài',
  'quỹ',
  'khối',
  'cụm',
  'làng',
  'cửa khẩu',
  'viễn thông',
  'thư viện',
  'zalo',
  'bảo tàng',
  'lực lượng',
  'viện',
  'trường',
  'đoàn',
  'tổ',
  'đội',
  'nhóm',
  'vụ',
  'trạm',
  'hạt',
]);
const VERB_INSIDE = new Set([
  'Đoàn',
  'Tổ',
  'Hội đồng',
  'Đội',
  'Nhóm',
  'Ban',
  'Ủy ban',
  'Bộ phận',
  'Trung tâm',
  'Ban Chỉ đạo',
  'Viện',
  'Chi cục',
  'Ban Quản lý',
  'Trạm',
  'Công ty',
  'Công chức',
  'Hạt',
  'Quỹ',
  'Cục',
  'Lực lượng',
]);
const NOUN_VERBS = new Set(
  [
    'quản lý',
    'cung cấp',
    'sử dụng',
    'vận hành',
    'tham mưu',
    'thực hiện',
    'tổ chức',
    'đăng ký',
    'thường trực',
    'giải quyết',
    'xử lý',
    'kiểm tra',
  ].map((words) => words.split(' ').map(syllableKey).join(' ')),
);
const SWALLOWING = new Set(
  ['trưởng', 'phó trưởng', 'chánh', 'phó chánh'].map((words) => words.split(' ').map(syllableKey).join(' ')),
);
const SWALLOWED = new Set(['Văn phòng', 'Thanh tra', 'Phòng', 'Ban']);
/** With a capital and no "các", the one everybody knows. */
const SINGLE_NOUNS = new Set([
  'văn phòng',
  'nhà trường',
  'trạm y tế',
  'ban chỉ đạo',
  'ban quản lý',
  'chi bộ',
  'đảng bộ',
  'ban quản lý dự án',
  'trung tâm',
]);
/** "Quý IV" is no agency. */
const TIMES: ReadonlySet<string> = new Set(
  ['quý', 'tháng', 'năm', 'ngày', 'tuần', 'hàng', 'trong', 'trước'].map(syllableKey),
);
/** First halves of words whose second half is a verb by itself ("công trình"). */
const HALF_WORDS: ReadonlySet<string> = new Set(['công', 'chương', 'quy'].map(syllableKey));
/** Words that begin what somebody does. */
const AUXILIARY: ReadonlySet<string> = new Set(['cấp', 'sẽ', 'phải', 'cần'].map(syllableKey));
/** Heads whose body may itself be an agency: "Văn phòng Sở Y tế", "Tập đoàn VNPT". */
const CONTAINERS = new Set([
  'Văn phòng',
  'Đoàn',
  'Chi bộ',
  'Chi nhánh',
  'Trường',
  'Trung tâm',
  'Công ty',
  'Tổng Công ty',
  'Tập đoàn',
  'Ngân hàng',
  'Chi hội',
  'Liên hiệp các hội',
  'Bệnh viện',
  'Công chức',
  'Cán bộ',
  'Viện',
  'Học viện',
  'Báo',
  'Tạp chí',
  'Quỹ',
  'Ban',
  'Thư viện',
  'Ban Thường trực',
  'Ban Thường vụ',
  'Ban Chấp hành',
  'Ban Chỉ đạo',
  'Ban Giám đốc',
  'Lực lượng',
]);
const LONGEST_NAME = 24;

export function skipArticle({ tokens }: Phrase, at: number): number {
  return ARTICLES.find(tokens, at)?.end ?? at;
}

/** The agency, agencies or group named at `at`, or undefined where none is. */
export function parseMember(phrase: Phrase, at: number): Parsed | undefined {
  const start = skipArticle(phrase, at);
  const article = start > at;
  const post = parsePost(phrase, start);
  if (post !== undefined) {
    const from = skipArticle(phrase, post.end);
    const parsed = parseName(phrase, from, article || from > post.end);
    if (parsed !== undefined)
      return {
        ...parsed,
        members: parsed.members.map((member) => ({ ...member, post: post.words(member), article })),
      };
  }
  return parseName(phrase, start, article);
}

function parsePost(
  phrase: Phrase,
  at: number,
): { end: number; words: (member: Member) => string } | undefined {
  const { tokens } = phrase;
  const first = POST_TABLE.find(tokens, at);
  if (first === undefined || first.short) return undefined;
  let end = first.end;
  for (;;) {
    const next = skipArticle(phrase, skipJoin(phrase, end));
    const more = next === end ? undefined : POST_TABLE.find(tokens, next);
    if (more === undefined || more.short || next > end + 3) break;
    end = more.end;
  }
  const swallows = SWALLOWING.has(first.entry.wording.keys.join(' '));
  return {
    end,
    words: (member) => {
      const words = sliceOf(phrase, at, end);
      const head = member.head[0]?.full.split(' (')[0] ?? '';
      const swallowed = [...SWALLOWED].find((name) =>
        `${head.normalize('NFC').toLowerCase()} `.startsWith(`${name.toLowerCase()} `),
      );
      return swallows && !member.plural && swallowed !== undefined && end === first.end
        ? sliceOf(phrase, at, end + swallowed.split(' ').length)
        : words;
    },
  };
}

function parseName(phrase: Phrase, at: number, article: boolean): Parsed | undefined {
  const { tokens } = phrase;
  const token = tokens[at];
  if (token === undefined || !token.word) return undefined;
  const head = headAt(phrase, at, article);
  const noun = NOUNS.find(tokens, at);
  const nounFits =
    noun !== undefined &&
    !(noun.short && token.letters !== undefined) &&
    (head === undefined ||
      noun.end > head.end ||
      (noun.end === head.end && (article || !token.capital || head.entry.form === 'named')));
  const base = { article, post: undefined, tail: undefined };
  if (head !== undefined && head.entry.form !== 'named' && !(nounFits && noun.end > head.end))
    return parseSeat(phrase, at, head, base, article);
  if (head !== undefined && head.entry.form === 'named') {
    const longer = nounFits && noun.end > head.end && !hasBody(phrase, head);
    const named = longer ? undefined : parseNamed(phrase, at, head, base, article);
    if (named !== undefined) return named;
  }
  if (head !== undefined && !nounFits && token.capital) return parseSeat(phrase, at, head, base, article);
  if (nounFits) return parseNoun(phrase, at, noun.end, noun.entry.level, base, article);
  const places = parsePlaces(phrase, at, true);
  if (places !== undefined)
    return {
      members: places.places.map((place) => ({
        ...base,
        pieces: [withoutCac(place.piece)],
        plural: !place.named,
        level: place.level,
        family: 'none',
        head: [],
        form: 'place',
      })),
      end: places.end,
    };
  return parseBareBody(phrase, at, base) ?? parseProper(phrase, at, base);
}

function headAt({ tokens }: Phrase, at: number, article = false): Head | undefined {
  const head = HEADS.find(tokens, at);
  if (head === undefined) return undefined;
  if (
    !tokens[at]?.capital &&
    !(article && head.entry.family === 'school') &&
    FROM_CAPITAL.has(head.entry.full.toLowerCase())
  )
    return undefined;
  return head;
}

function hasBody({ tokens }: Phrase, head: Head): boolean {
  return BODIES[head.entry.family].find(tokens, head.end) !== undefined;
}

type Base = Pick<Member, 'article' | 'post' | 'tail'>;

function parseSeat(phrase: Phrase, at: number, head: Head, base: Base, article: boolean): Parsed {
  const { level, form } = head.entry;
  // What follows a full name without a place may still be part of it: "Công an tỉnh", "Bưu điện Lạng Sơn", "MTTQ Việt Nam tỉnh".
  let start = head.end;
  const proper = properEnd(phrase, start, false);
  const extended =
    proper > start &&
    phrase.tokens[start]?.capital === true &&
    parsePlaces(phrase, start, false) === undefined;
  if (extended) start = proper;
  const headPiece = pieceOf(phrase, at, start, head.short && !extended ? head.entry.full : undefined);
  const family = 'none' as const;
  const places =
    form === 'fixed' && level !== undefined
      ? parsePlaces(phrase, start, false)
      : parsePlaces(phrase, start, true);
  const of =
    head.entry.full === 'Ủy ban Kiểm tra'
      ? parseSuperior(phrase, start)
      : parseInside(phrase, start, head.entry.full);
  if (of !== undefined)
    return {
      members: [
        {
          ...base,
          pieces: [headPiece, of.piece],
          plural: of.plural,
          level: of.level,
          family,
          head: [headPiece],
          form: 'fixed',
        },
      ],
      end: of.end,
    };
  if (places === undefined)
    return {
      members: [{ ...base, pieces: [headPiece], plural: article, level, family, head: [headPiece], form }],
      end: start,
    };
  return {
    members: places.places.map((place) => ({
      ...base,
      pieces: [headPiece, place.piece],
      plural: article || place.plural,
      level: place.level ?? level,
      family,
      head: [headPiece],
      form: place.named ? 'fixed' : form,
    })),
    end: places.end,
  };
}

function parseNamed(
  phrase: Phrase,
  at: number,
  head: Head,
  base: Base,
  article: boolean,
): Parsed | undefined {
  const { tokens } = phrase;
  const { family } = head.entry;
  const headPiece = pieceOf(phrase, at, head.end, head.short ? head.entry.full : undefined);
  if (family === 'department' || family === 'room' || family === 'board' || family === 'ministry') {
    const listed = parseListedBodies(phrase, head, headPiece, base);
    if (listed !== undefined) return listed;
  }
  const body = BODIES[family].find(tokens, head.end);
  const end =
    body === undefined
      ? freeBodyEnd(phrase, head.end, head.entry.full, article)
      : continueBody(phrase, body.end, head.entry.full);
  if (end === head.end) return undefined;
  const bodyPiece =
    body === undefined
      ? pieceOf(phrase, head.end, end)
      : pieceOf(phrase, head.end, body.end, body.short ? body.entry.full : undefined);
  const rest = body !== undefined && end > body.end ? [pieceOf(phrase, body.end, end)] : [];
  const plural = article && family !== 'department' && family !== 'ministry';
  const of = family === 'department' || family === 'ministry' ? undefined : parseSuperior(phrase, end);
  if (of !== undefined) rest.push(of.piece);
  const own = { ...base, family, head: [headPiece], form: 'named' as const };
  const pieces = [headPiece, bodyPiece, ...rest];
  const places = of === undefined ? parsePlaces(phrase, end, isPluralAt(phrase, end)) : undefined;
  if (places === undefined)
    return {
      members: [{ ...own, pieces, plural, level: levelOfNamed(head.entry, of) }],
      end: of?.end ?? end,
    };
  return {
    members: places.places.map((place) => ({
      ...own,
      pieces: [...pieces, place.piece],
      plural: plural || (place.plural && family !== 'department'),
      level: levelOfNamed(head.entry, place),
    })),
    end: places.end,
  };
}

/** "Trung tâm Y tế các huyện, thành phố": the places are a list of their own. */
function isPluralAt(phrase: Phrase, at: number): boolean {
  return skipArticle(phrase, at) > at;
}

/** The agencies a party committee or an inspectorate sits in: "Đảng ủy UBND tỉnh", "Thanh tra các sở". */
function parseInside(phrase: Phrase, at: number, head: string): (Place & { end: number }) | undefined {
  const { tokens } = phrase;
  const start = skipArticle(phrase, at);
  const inner = headAt(phrase, start, true)?.entry;
  const fits =
    (head === 'Đảng ủy' &&
      inner?.full !== 'Đảng ủy' &&
      (inner?.form === 'seat' || (start > at && tokens[start]?.key === syllableKey('cơ')))) ||
    (head === 'Thanh tra' && inner?.family === 'department');
  const parsed = fits ? parseMember(phrase, start) : undefined;
  const [member] = parsed?.members ?? [];
  if (parsed === undefined || member === undefined) return undefined;
  const text = sliceOf(phrase, at, parsed.end);
  return {
    piece: pieceOf(phrase, at, parsed.end),
    plural: /^các /iu.test(text) && head === 'Thanh tra',
    named: false,
    level: member.level,
    end: parsed.end,
  };
}

/** The body an organ serves, said after its name: "Ban Tuyên giáo Tỉnh ủy", "Ban Pháp chế HĐND tỉnh". */
function parseSuperior(
  phrase: Phrase,
  at: number,
): (Place & { end: number; places: readonly Place[] }) | undefined {
  const start = phrase.tokens[at]?.key === syllableKey('của') ? at + 1 : at;
  const head = headAt(phrase, start);
  if (
    head === undefined ||
    !/^(?:Tỉnh ủy|Huyện ủy|Thành ủy|Thị ủy|Quận ủy|Đảng ủy|Đảng ủy xã|Hội đồng nhân dân|Trung ương)/u.test(
      head.entry.full,
    )
  )
    return undefined;
  const seated = parseSeat(phrase, start, head, { article: false, post: undefined, tail: undefined }, false);
  const [member] = seated.members;
  if (member === undefined) return undefined;
  const text = sliceOf(phrase, at, seated.end);
  const piece = { text, full: member.pieces.map(({ full }) => full).join(' ') };
  return { piece, plural: false, named: false, level: member.level, end: seated.end, places: [] };
}

function levelOfNamed({ level, family }: NameHead, place: Place | undefined): AgencyLevel | undefined {
  return family === 'department' || family === 'ministry' ? level : (place?.level ?? level);
}

/** "Các Sở: Tài chính, Nội vụ", "các sở (Tài chính, Nội vụ)". */
function parseListedBodies(phrase: Phrase, head: Head, headPiece: Piece, base: Base): Parsed | undefined {
  const { tokens } = phrase;
  const mark = tokens[head.end]?.key;
  if (mark !== ':' && mark !== '(') return undefined;
  const bodies = BODIES[head.entry.family];
  const members: Member[] = [];
  let end = head.end + 1;
  for (let next = end; ; next = skipJoin(phrase, end)) {
    if (members.length > 0 && next === end) break;
    const body = bodies.find(tokens, next);
    if (body === undefined) break;
    const piece = pieceOf(phrase, next, body.end, body.short ? body.entry.full : undefined);
    const capital = {
      text: headPiece.text.charAt(0).toUpperCase() + headPiece.text.slice(1),
      full: headPiece.full.charAt(0).toUpperCase() + headPiece.full.slice(1),
    };
    members.push({
      ...base,
      pieces: [capital, piece],
      plural: false,
      level: head.entry.level,
      family: head.entry.family,
      head: [capital],
      form: 'named',
    });
    end = body.end;
  }
  if (members.length === 0) return undefined;
  if (mark === '(' && tokens[end]?.key === ')') end += 1;
  return { members, end };
}

/** The next body of a head said before: "Sở Tài chính, Nội vụ". */
export function parseSharedBody(phrase: Phrase, at: number, last: Member): Parsed | undefined {
  if (last.form !== 'named' || !(phrase.tokens[at]?.capital || (last.plural && last.family === 'school')))
    return undefined;
  const body = BODIES[last.family].find(phrase.tokens, at);
  const head = headAt(phrase, at);
  if (body === undefined || (head !== undefined && head.end >= body.end)) return undefined;
  const end = continueBody(phrase, body.end, '');
  const piece = pieceOf(phrase, at, end, body.short ? body.entry.full : undefined);
  return { members: [{ ...last, pieces: [...last.head, piece], article: false, tail: undefined }], end };
}

/** Words that go on after a known body: a proper name ("Hội Nông dân Việt Nam"), or words the table does not have. */
function continueBody(phrase: Phrase, at: number, head: string): number {
  const { tokens } = phrase;
  const token = tokens[at];
  if (token === undefined || !token.word) return at;
  if (token.capital) return parsePlaces(phrase, at, false) === undefined ? properEnd(phrase, at, false) : at;
  return endsName(phrase, at) || AND_WORDS.has(token.key) ? at : freeBodyEnd(phrase, at, head, true);
}

/** A word in small letters that cannot be inside a name: a duty, a qualifier, an article, a group, a place. */
function endsName(phrase: Phrase, at: number): boolean {
  const { tokens } = phrase;
  const token = tokens[at];
  if (token === undefined || !token.word) return true;
  if (/^\d+$/.test(token.text) && /^[.)]$/.test(tokens[at + 1]?.key ?? '')) return true;
  if (phrase.shouted && (DUTIES.find(tokens, at) !== undefined || SCOPES.find(tokens, at) !== undefined))
    return true;
  if (startsAgency(phrase, at) || parsePlaces(phrase, at, false) !== undefined) return true;
  if (token.capital) return false;
  if (AUXILIARY.has(token.key)) return true;
  return (
    DUTIES.find(tokens, at) !== undefined ||
    SCOPES.find(tokens, at) !== undefined ||
    ARTICLES.find(tokens, at) !== undefined
  );
}

/** A body no table knows. Its first word may look like a duty ("Đoàn kiểm tra"); "và" stays inside unless an agency follows. */
function freeBodyEnd(phrase: Phrase, start: number, head: string, article: boolean): number {
  const { tokens } = phrase;
  let at = start;
  const first = tokens[start];
  if (first === undefined || !first.word || AND_WORDS.has(first.key)) return start;
  const verb = first.capital || startsAgency(phrase, start) ? undefined : DUTIES.find(tokens, start);
  if (verb !== undefined && (!VERB_INSIDE.has(head) || article)) return start;
  if (
    !first.capital &&
    verb === undefined &&
    endsName(phrase, start) &&
    !(
      head === 'Ban Quản lý' ||
      head === 'Liên hiệp các hội' ||
      (VERB_INSIDE.has(head) && ARTICLES.find(tokens, start) !== undefined)
    )
  )
    return start;
  if (first.capital && startsAgency(phrase, start) && !CONTAINERS.has(head)) return start;
  at = verb?.end ?? start + 1;
  while (at - start < LONGEST_NAME) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.word && !AND_WORDS.has(token.key)) {
      if (endsName(phrase, at) && !isInnerHead(phrase, at) && !isInnerVerb(phrase, at, head)) break;
      at += 1;
    } else if (token.key === '-' || token.key === '&' || AND_WORDS.has(token.key)) {
      if (!staysInside(phrase, at + 1)) break;
      at += 1;
    } else if (token.key === ',') {
      if (!enumerates(phrase, at)) break;
      at += 1;
    } else if (
      token.key === '/' &&
      /^\d+$/.test(tokens[at - 1]?.text ?? '') &&
      tokens[at + 1]?.letters !== undefined
    )
      at += 2;
    else if (token.key === '.' && tokens[at - 1]?.letters !== undefined && isWordAt(tokens, at + 1)) at += 1;
    else break;
  }
  return at;
}

/** A word of a name that only looks like a duty: one syllable ("Chuyển giao"), or the work a board is named for. */
function isInnerVerb({ tokens }: Phrase, at: number, head: string): boolean {
  if (/^Ban (?:Quản lý|Điều hành)/u.test(head) && ARTICLES.find(tokens, at) !== undefined) return true;
  const duty = DUTIES.find(tokens, at);
  if (duty === undefined || duty.entry.role !== 'other') return false;
  const before = tokens[at - 1];
  if (duty.end === at + 1 && (before?.capital === true || HALF_WORDS.has(before?.key ?? ''))) return true;
  return /^Ban (?:Quản lý|Điều hành)/u.test(head) && duty.entry.full === 'xây dựng';
}

/** "Báo", "Hội", "Đoàn" with small letters after are parts of words ("Hội nghị", "Báo chí"). */
function isInnerHead({ tokens }: Phrase, at: number): boolean {
  const head = HEADS.find(tokens, at);
  return (
    head !== undefined &&
    head.entry.form === 'named' &&
    head.end === at + 1 &&
    tokens[at + 1]?.word === true &&
    !tokens[at + 1]?.capital &&
    !['Sở', 'Bộ', 'Phòng', 'Ban'].includes(head.entry.full)
  );
}

function staysInside(phrase: Phrase, at: number): boolean {
  const { tokens } = phrase;
  const token = tokens[at];
  if (token === undefined || !token.word || ARTICLES.find(tokens, at) !== undefined) return false;
  if (startsAgency(phrase, at)) return isInnerHead(phrase, at);
  if (headAt(phrase, at)?.entry.form === 'seat' || parsePlaces(phrase, at, false) !== undefined) return false;
  return token.capital || (NOUNS.find(tokens, at) === undefined && SCOPES.find(tokens, at) === undefined);
}

/** A comma inside a name: words, then "và" and more words, with no agency among them ("Văn hóa, Thể thao và Truyền thông"). */
function enumerates(phrase: Phrase, comma: number): boolean {
  const { tokens } = phrase;
  const follows = tokens[comma + 1];
  if (follows === undefined || !follows.word || !staysInside(phrase, comma + 1)) return false;
  for (let at = comma + 1; at - comma < LONGEST_NAME; at += 1) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (token.key === '&' || token.key === syllableKey('và')) return staysInside(phrase, at + 1);
    if (token.key !== ',' && (!token.word || endsName(phrase, at))) return false;
  }
  return false;
}

function parseNoun(
  phrase: Phrase,
  at: number,
  nounEnd: number,
  level: AgencyLevel | undefined,
  base: Base,
  article: boolean,
): Parsed {
  const { tokens } = phrase;
  const token0 = tokens[at];
  let end = nounEnd;
  let proper = false;
  while (end - at < LONGEST_NAME) {
    const token = tokens[end];
    if (
      token === undefined ||
      !token.word ||
      AND_WORDS.has(token.key) ||
      parsePlaces(phrase, end, false) !== undefined
    )
      break;
    if (token.capital && token.letters === undefined) {
      if (startsAgency(phrase, end) && !(token.key === syllableKey('Đảng'))) break;
      proper = true;
      end += 1;
      continue;
    }
    const duty = DUTIES.find(tokens, end);
    if (
      duty !== undefined &&
      !(end === nounEnd && NOUN_VERBS.has(duty.entry.wording.keys.join(' ')) && isWordAt(tokens, duty.end))
    )
      break;
    if (
      SCOPES.find(tokens, end) !== undefined ||
      ARTICLES.find(tokens, end) !== undefined ||
      (token.letters !== undefined && HEADS.find(tokens, end) !== undefined)
    )
      break;
    if (NOUNS.find(tokens, end) !== undefined && headAt(phrase, end)?.entry.form === 'seat') break;
    end = duty?.end ?? end + 1;
    if (
      isConnector(tokens[end]) &&
      tokens[end]?.key === '-' &&
      tokens[end + 1]?.word &&
      !tokens[end + 1]?.capital &&
      NOUNS.find(tokens, end + 1) === undefined &&
      DUTIES.find(tokens, end + 1) === undefined
    )
      end += 1;
  }
  const piece = pieceOf(phrase, at, end);
  const single = proper && !article;
  const places = parsePlaces(phrase, end, !single && tokens[end]?.key === syllableKey('cấp'));
  const alone =
    !article && token0?.capital === true && SINGLE_NOUNS.has(NOUNS.find(tokens, at)?.entry.full ?? '');
  const common = {
    ...base,
    plural: !single && !alone,
    family: 'none' as const,
    head: [piece],
    form: 'noun' as const,
  };
  if (places === undefined) return { members: [{ ...common, pieces: [piece], level }], end };
  if (places.places.length > 1 || single)
    return {
      members: places.places.map((place) => ({
        ...common,
        pieces: [piece, place.piece],
        level: place.level,
      })),
      end: places.end,
    };
  const [place] = places.places;
  return {
    members: [{ ...common, pieces: [piece], level: place?.level ?? level, tail: place?.piece }],
    end: places.end,
  };
}

/** The name of a room or a trade with no head: "Công an, Quân sự, Tư pháp". */
function parseBareBody(phrase: Phrase, at: number, base: Base): Parsed | undefined {
  const { tokens } = phrase;
  const body = tokens[at]?.capital ? BODIES.room.find(tokens, at) : undefined;
  const next = body === undefined ? undefined : tokens[body.end];
  if (
    body === undefined ||
    body.entry.wording.keys.length < 2 ||
    (next?.word && !AND_WORDS.has(next.key) && DUTIES.find(tokens, body.end) === undefined)
  )
    return undefined;
  const piece = pieceOf(phrase, at, body.end, body.short ? body.entry.full : undefined);
  return {
    members: [
      {
        ...base,
        pieces: [piece],
        plural: false,
        level: undefined,
        family: 'none',
        head: [piece],
        form: 'proper',
      },
    ],
    end: body.end,
  };
}

/** A proper name or an acronym no table knows. */
function parseProper(phrase: Phrase, at: number, base: Base): Parsed | undefined {
  const { tokens } = phrase;
  if (TIMES.has(tokens[at]?.key ?? '')) return undefined;
  let end = at;
  while (
    tokens[end]?.word &&
    tokens[end]?.capital &&
    end - at < 8 &&
    !(end > at && startsAgency(phrase, end))
  )
    end += 1;
  const first = tokens[at];
  const acronym =
    end === at + 1 &&
    first?.letters !== undefined &&
    first.text.length >= 3 &&
    !/^[IVXLC]+$/.test(first.text);
  const next = tokens[end];
  const closed =
    next === undefined ||
    !next.word ||
    AND_WORDS.has(next.key) ||
    DUTIES.find(tokens, end) !== undefined ||
    SCOPES.find(tokens, end) !== undefined;
  if (!closed || !(acronym || end >= at + 2)) return undefined;
  const piece = pieceOf(phrase, at, end);
  return {
    members: [
      {
        ...base,
        pieces: [piece],
        plural: false,
        level: undefined,
        family: 'none',
        head: [piece],
        form: 'proper',
      },
    ],
    end,
  };
}

function withoutCac(piece: Piece): Piece {
  const cut = (text: string) => text.replace(/^các\s+/iu, '');
  return { text: cut(piece.text), full: cut(piece.full) };
}
