import type { AgencyMention, AssignmentRole } from '../agency-phrase.ts';
import { DUTY_LABEL } from '../data/duty-words.ts';
import { type Member, sliceOf } from './member.ts';
import { parseMember, parseSharedBody, skipArticle } from './parse-member.ts';
import { parsePlaces, skipJoin, startsAgency } from './parse-place.ts';
import { mentionOf, type Named, settleLevels, settleTails, shareSeats } from './settle-list.ts';
import { syllableKey } from './syllable-key.ts';
import type { Phrase } from './tokenize-phrase.ts';
import { AND_WORDS, DUTIES, GOVERNING, HEADS, NOUNS, SCOPES } from './vocabulary.ts';

// From left to right: names, what narrows them, what they are to do. A duty or a qualifier reaches back over the
// list it closes; a list ends at a semicolon, a line end or a full stop.

interface State {
  readonly phrase: Phrase;
  at: number;
  list: number;
  readonly named: Named[];
  /** Role of the names that follow, from a label or from "phối hợp với". */
  role: AssignmentRole | undefined;
  labelled: boolean;
  /** Number of names before "phối hợp với": what is said after the coordinators is theirs. */
  before: number | undefined;
  /** A list that begins with words that are no name says nothing until it ends. */
  mute: boolean;
}

const LEADERS = new Set(
  ['giao', 'đề nghị', 'yêu cầu', 'do', 'gồm', 'bao gồm', 'kính', 'và', 'riêng', 'cơ'].map(syllableKey),
);
const ASKING = new Set(['giao', 'đề nghị', 'phân công']);
const WITH = new Set(['với', 'cùng', 'của'].map(syllableKey));

export function readList(phrase: Phrase): readonly AgencyMention[] {
  const state: State = {
    phrase,
    at: 0,
    list: 0,
    named: [],
    role: undefined,
    labelled: false,
    before: undefined,
    mute: false,
  };
  const { tokens } = phrase;
  while (state.at < tokens.length) {
    const before = state.at;
    step(state);
    if (state.at === before) state.at += 1;
  }
  shareSeats(state.named);
  settleTails(state.named);
  settleLevels(state.named);
  return state.named.map(mentionOf);
}

function step(state: State): void {
  const { phrase, at } = state;
  const token = phrase.tokens[at];
  if (token === undefined) return;
  if (endsList(state)) endList(state);
  else if (token.key === '(') readBracket(state);
  else if (readLabel(state)) return;
  else if (token.key === ':' && state.named.at(-1)?.list === state.list && !state.mute) {
    state.at += 1;
    if (!(phrase.tokens[at + 1]?.word && parseNames(state))) readNote(state, state.at);
  } else if (!token.word || AND_WORDS.has(token.key)) state.at += 1;
  else if (!state.mute) readWord(state);
}

function readWord(state: State): void {
  const open = state.named.at(-1)?.list === state.list;
  if (open && (readDutyAt(state) || readScope(state))) return;
  if (parseNames(state)) return;
  if (open) skipUnknown(state);
  else beginWithout(state);
}

/** Past words nobody knows, so that the end of one of them is not taken for a name. */
function skipUnknown(state: State): void {
  const { tokens } = state.phrase;
  do state.at += 1;
  while (
    tokens[state.at]?.word &&
    !AND_WORDS.has(tokens[state.at]?.key ?? '') &&
    !startsAgency(state.phrase, state.at) &&
    skipArticle(state.phrase, state.at) === state.at &&
    DUTIES.find(tokens, state.at) === undefined &&
    SCOPES.find(tokens, state.at) === undefined
  );
}

function endsList(state: State): boolean {
  const key = state.phrase.tokens[state.at]?.key;
  return (
    key === '\n' || key === ';' || (key === '.' && endsSentence(state)) || (key === '-' && readsBullet(state))
  );
}

function endList(state: State): void {
  state.at += 1;
  state.list += 1;
  if (!state.labelled) state.role = undefined;
  state.before = undefined;
  state.mute = false;
}

function endsSentence({ phrase: { tokens }, at }: State): boolean {
  const next = tokens[at + 1];
  return (
    (next === undefined || !next.word || next.capital) &&
    tokens[at - 1]?.key !== syllableKey('TP') &&
    !/^\d+$/.test(tokens[at - 1]?.text ?? '')
  );
}

/** A dash with a space before it that opens a new item: an agency or a label follows. */
function readsBullet({ phrase, at }: State): boolean {
  const { tokens, text } = phrase;
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || next === undefined) return false;
  return (
    (text[token.start - 1] ?? '\n') !== '' &&
    (startsAgency(phrase, at + 1) || next.capital || skipArticle(phrase, at + 1) > at + 1)
  );
}

/** "Cơ quan chủ trì:", "Phối hợp:" give the names after them their role. */
function readLabel(state: State): boolean {
  const { phrase, at } = state;
  const { tokens, text } = phrase;
  const start = tokens[at];
  if (start === undefined || !start.word) return false;
  let colon = at;
  while (colon - at < 9 && tokens[colon] !== undefined && (tokens[colon]?.word || tokens[colon]?.key === ','))
    colon += 1;
  if (tokens[colon]?.key !== ':') return false;
  const label = DUTY_LABEL.exec(text.slice(start.start, tokens[colon]?.start).normalize('NFC').toLowerCase());
  if (label === null) return false;
  const role = roleOf(label[1] === 'thực hiện' ? 'chủ trì' : (label[1] ?? ''));
  state.list += 1;
  state.role = role;
  state.labelled = true;
  state.before = undefined;
  state.mute = false;
  state.at = colon + 1;
  return true;
}

/** The role a duty's verbs give: those it opens with, one after another ("tổng hợp, theo dõi"). */
function roleOf(words: string): AssignmentRole | undefined {
  const verbs = words
    .normalize('NFC')
    .toLowerCase()
    .split(/,\s*(?:và\s+)?|\s+và\s+|\//u)
    .slice(0, 6);
  for (const role of ['lead', 'coordinate', 'oversee'] as const)
    if ((role === 'coordinate' ? verbs.slice(0, 1) : verbs).some((verb) => ROLE_WORDS[role].test(verb)))
      return role;
  return undefined;
}

const ROLE_WORDS: Readonly<Record<AssignmentRole, RegExp>> = {
  lead: /^(?:trực tiếp |được giao )?chủ trì|đầu mối|^chịu trách nhiệm chính|^(?:là )?cơ quan chủ trì/u,
  coordinate: /^(?:cùng )?(?:phối hợp|tham gia|hỗ trợ)/u,
  oversee:
    /^(?:theo dõi|đôn đốc|hướng dẫn|kiểm tra|giám sát|thẩm định|đánh giá|thanh tra|chỉ đạo|hậu kiểm|kiểm soát)/u,
};

function parseNames(state: State): boolean {
  const { phrase, at } = state;
  const last = state.named.at(-1);
  const parsed =
    (last === undefined ? undefined : parseSharedBody(phrase, at, last.member)) ?? parseMember(phrase, at);
  if (parsed === undefined || parsed.end <= at) return false;
  const carried = last !== undefined && last.list === state.list ? last.member : undefined;
  for (const member of parsed.members) {
    const post =
      member.post ?? (carried !== undefined && carries(carried, member) ? carried.post : undefined);
    const plural = member.plural || (carried?.plural === true && isCommon(member));
    const joined = AND_WORDS.has(phrase.tokens[at - 1]?.key ?? '');
    state.named.push({ member: { ...member, post, plural }, list: state.list, role: state.role, joined });
  }
  state.at = parsed.end;
  return true;
}

/** "các bệnh viện, trung tâm y tế": a name in small letters after a group is a group too. */
function isCommon({ form, family, pieces }: Member): boolean {
  return (
    form === 'named' &&
    family !== 'department' &&
    family !== 'ministry' &&
    !/\p{Lu}/u.test(pieces.map(({ text }) => text).join(' '))
  );
}

/** "Thủ trưởng các cơ quan, đơn vị", "Giám đốc Sở A, Sở B": the post heads the names of its kind after it. */
function carries(before: Member, next: Member): boolean {
  return (
    before.post !== undefined &&
    before.form === next.form &&
    before.family === next.family &&
    before.plural === next.plural &&
    (next.form === 'noun' || before.head[0]?.full === next.head[0]?.full)
  );
}

/** A verb after a name: its duty, to the end of the list or to the next name. */
function readDutyAt(state: State): boolean {
  const { phrase, at } = state;
  const { tokens } = phrase;
  const duty =
    tokens[at]?.capital && !phrase.shouted && tokens[at - 1]?.key !== '-'
      ? undefined
      : DUTIES.find(tokens, at);
  if (duty === undefined || duty.short || isNounHere(phrase, at)) return false;
  readNote(state, at);
  return true;
}

/** "cơ quan, tổ chức, cá nhân": after a comma and before another mark, "tổ chức" is who, not what. */
function isNounHere({ tokens }: Phrase, at: number): boolean {
  const noun = NOUNS.find(tokens, at);
  const before = tokens[at - 1];
  if (noun === undefined || before === undefined || (before.word && !AND_WORDS.has(before.key))) return false;
  const after = tokens[noun.end];
  return (
    after === undefined ||
    !after.word ||
    AND_WORDS.has(after.key) ||
    SCOPES.find(tokens, noun.end) !== undefined ||
    noun.end > at + 2
  );
}

function readNote(state: State, start: number): void {
  const { phrase } = state;
  const { tokens } = phrase;
  let at = start;
  let joins: number | undefined;
  while (at < tokens.length) {
    const token = tokens[at];
    if (
      token === undefined ||
      token.key === '\n' ||
      token.key === ';' ||
      (token.key === '.' && endsSentence({ ...state, at }))
    )
      break;
    const object = withWhom(phrase, at);
    if (object !== undefined) {
      joins = object;
      break;
    }
    if (at > start && !GOVERNING.has(tokens[at - 1]?.key ?? '') && opensName(phrase, at)) break;
    at = GOVERNING.has(token.key) ? objectEnd(phrase, at + 1) : at + 1;
  }
  const note = sliceOf(phrase, start, at)
    .replace(/[\s,.;:-]+$/u, '')
    .replace(/\s+(?:và|để|nhằm)$/u, '');
  if (note !== '') addNote(state, note);
  state.at = at;
  if (joins === undefined) return;
  state.before = state.named.length;
  state.role = 'coordinate';
  state.labelled = false;
  state.at = joins;
}

/** Past the agencies a duty speaks of: "tham mưu UBND tỉnh, Chủ tịch UBND tỉnh ban hành". */
function objectEnd(phrase: Phrase, at: number): number {
  const { tokens } = phrase;
  let end = parseMember(phrase, at)?.end ?? at;
  while (end > at) {
    const next = skipJoin(phrase, end);
    const more = next === end ? undefined : parseMember(phrase, next);
    if (more === undefined || tokens[more.end] === undefined || DUTIES.find(tokens, more.end) === undefined)
      break;
    end = more.end;
  }
  return end;
}

/** A name after a comma or "và" that is the next of the list, not words of the duty. */
function opensName(phrase: Phrase, at: number): boolean {
  const { tokens } = phrase;
  const mark = tokens[at - 1];
  if (mark === undefined || (mark.word && !AND_WORDS.has(mark.key))) return false;
  const token = tokens[at];
  if (token === undefined || !token.word) return false;
  const start = skipArticle(phrase, at);
  if (start > at)
    return (
      NOUNS.find(tokens, start) !== undefined ||
      HEADS.find(tokens, start) !== undefined ||
      parseMember(phrase, at)?.members[0]?.plural === true
    );
  return startsAgency(phrase, at) && parseMember(phrase, at) !== undefined;
}

/** "phối hợp với Sở B", "phối hợp cùng các đơn vị": where the names begin. */
function withWhom(phrase: Phrase, at: number): number | undefined {
  const { tokens } = phrase;
  if (tokens[at]?.key !== syllableKey('phối') || tokens[at + 1]?.key !== syllableKey('hợp')) return undefined;
  let next = at + 2;
  if (tokens[next]?.key === syllableKey('chặt') || tokens[next]?.key === syllableKey('chặt')) next += 2;
  while (WITH.has(tokens[next]?.key ?? '')) next += 1;
  const direct = next > at + 2 || startsAgency(phrase, next) || skipArticle(phrase, next) > next;
  return direct && parseMember(phrase, next) !== undefined ? next : undefined;
}

function addNote(state: State, note: string): void {
  // What is said after the coordinators is the duty of who works with them.
  if (state.before !== undefined && state.before > 0 && state.named.length > state.before) {
    const led = state.named[state.before - 1];
    if (led !== undefined && led.list === state.list)
      led.note = led.note === undefined ? note : `${led.note}, ${note}`;
    return;
  }
  const role = roleOf(note);
  for (const found of closed(state, false)) {
    found.note = note;
    if (role !== undefined) found.role = role;
  }
}

/** The names a duty or a qualifier closes: back over the list while they are of the kind of the last. */
function closed(state: State, scope: boolean): readonly Named[] {
  const out: Named[] = [];
  const last = state.named.at(-1);
  for (let index = state.named.length - 1; index >= 0; index -= 1) {
    const found = state.named[index];
    if (
      found === undefined ||
      last === undefined ||
      found.list !== state.list ||
      (state.before !== undefined && index < state.before)
    )
      break;
    if (
      (found.member.plural !== last.member.plural && (scope || last.joined !== true)) ||
      found.note !== undefined ||
      found.scope !== undefined
    )
      break;
    out.push(found);
    if (scope && found.member.article) break;
  }
  return out;
}

/** What narrows the names before it: "liên quan", "thuộc tỉnh", "theo lĩnh vực phụ trách". */
function readScope(state: State): boolean {
  const { phrase, at } = state;
  const { tokens } = phrase;
  const scope = tokens[at]?.capital && !phrase.shouted ? undefined : SCOPES.find(tokens, at);
  if (scope === undefined) return false;
  const related = /liên quan$/u.test(scope.entry.full);
  let end = scope.end;
  end = objectEnd(phrase, end);
  while (end < tokens.length) {
    const token = tokens[end];
    if (
      token === undefined ||
      token.key === '\n' ||
      token.key === ';' ||
      token.key === '(' ||
      token.key === ':'
    )
      break;
    if (token.key === '.' && endsSentence({ ...state, at: end })) break;
    if (token.key === '-' && readsBullet({ ...state, at: end })) break;
    if (!token.word || AND_WORDS.has(token.key)) {
      const next = skipJoin(phrase, end);
      if (
        next === end ||
        parsePlaces(phrase, next, false)?.places[0]?.named === true ||
        opensName(phrase, next) ||
        (NOUNS.find(tokens, next) !== undefined && tokens[end]?.key !== ',') ||
        withWhom(phrase, next) !== undefined
      )
        break;
      end = next;
      continue;
    }
    if (
      (end > scope.end || related) &&
      (roleOf(sliceOf(phrase, end, end + 2)) !== undefined ||
        (related && DUTIES.find(tokens, end) !== undefined)) &&
      !GOVERNING.has(tokens[end - 1]?.key ?? '')
    )
      break;
    if (
      startsAgency(phrase, end) &&
      !GOVERNING.has(tokens[end - 1]?.key ?? '') &&
      end > scope.end &&
      !tokens[end - 1]?.word
    )
      break;
    end = GOVERNING.has(token.key) ? Math.max(end + 1, objectEnd(phrase, end + 1)) : end + 1;
  }
  const words = sliceOf(phrase, at, end).replace(/[\s,.;:-]+$/u, '');
  const last = state.named.at(-1);
  const near = /^(?:thuộc|trực thuộc|của)(?!\p{L})/iu.test(words);
  for (const found of closed(state, true))
    if (near && found.member.form !== last?.member.form) break;
    else found.scope = words;
  state.at = end;
  return true;
}

/** "(chủ trì)", "(Phòng Cải cách hành chính)" after a name. */
function readBracket(state: State): void {
  const { tokens } = state.phrase;
  let close = state.at + 1;
  while (close < tokens.length && tokens[close]?.key !== ')' && tokens[close]?.key !== '\n') close += 1;
  const words = sliceOf(state.phrase, state.at + 1, close).trim();
  const last = state.named.at(-1);
  if (last !== undefined && last.list === state.list && words !== '') {
    const role = roleOf(words);
    const isDuty = DUTIES.find(tokens, state.at + 1) !== undefined;
    if (!isDuty && SCOPES.find(tokens, state.at + 1) !== undefined && last.scope === undefined)
      last.scope = words;
    else if (last.note === undefined) last.note = words;
    if (role !== undefined) last.role = role;
  }
  state.at = close + 1;
}

/** A list that does not begin with a name: a duty with its agencies, words to skip, or nothing to read. */
function beginWithout(state: State): void {
  const { phrase, at } = state;
  const { tokens } = phrase;
  const object = withWhom(phrase, at);
  if (object !== undefined) {
    state.role = 'coordinate';
    state.at = object;
    return;
  }
  const duty = DUTIES.find(tokens, at);
  if (duty !== undefined && ASKING.has(duty.entry.full)) {
    state.at = duty.end;
    return;
  }
  if (duty !== undefined && !LEADERS.has(tokens[at]?.key ?? '')) {
    const next = duty.end;
    if (duty.entry.role !== 'other' && (startsAgency(phrase, next) || skipArticle(phrase, next) > next)) {
      state.role = duty.entry.role;
      state.at = next;
      return;
    }
  }
  if (
    LEADERS.has(tokens[at]?.key ?? '') ||
    /^\d+$/.test(tokens[at]?.text ?? '') ||
    /^[a-zđ]$/i.test(tokens[at]?.text ?? '')
  ) {
    state.at += 1;
    return;
  }
  state.mute = true;
}
