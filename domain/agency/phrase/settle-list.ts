import type { AgencyMention, AssignmentRole } from '../agency-phrase.ts';
import type { Member } from './member.ts';

// What is only known once the whole phrase has been read: places and levels said once for several names.

/** A name of a phrase with what was said of it so far. */
export interface Named {
  member: Member;
  /** Number of the list it stands in. */
  list: number;
  role?: AssignmentRole | undefined;
  note?: string;
  scope?: string;
  /** "và" stands before it. */
  joined?: boolean;
}

const SEATS_SHARING =
  /^(?:Ủy ban nhân dân|Hội đồng nhân dân|Thường trực Hội đồng nhân dân|Đảng ủy|Cấp ủy|Mặt trận Tổ quốc|Ủy ban Mặt trận Tổ quốc|Công an|Quân sự|Ban Chỉ huy Quân sự)$/u;

/** "HĐND, UBND các xã": the place said once at the end is the place of both. */
export function shareSeats(named: Named[]): void {
  for (let index = named.length - 2; index >= 0; index -= 1) {
    const found = named[index];
    const next = named[index + 1];
    if (found === undefined || next === undefined || found.list !== next.list || found.note !== undefined)
      continue;
    const { member } = found;
    const own = member.head[0]?.full ?? '';
    if (
      member.form !== 'seat' ||
      member.pieces.length !== 1 ||
      member.plural ||
      !SEATS_SHARING.test(own.normalize('NFC'))
    )
      continue;
    const head = next.member.head[0]?.full;
    if (
      (next.member.form !== 'seat' && next.member.form !== 'fixed') ||
      next.member.pieces.length !== 2 ||
      head === undefined ||
      !SEATS_SHARING.test(head.normalize('NFC'))
    )
      continue;
    const places: Named[] = [];
    for (let at = index + 1; at < named.length; at += 1) {
      const other = named[at];
      if (other === undefined || other.member.head[0] !== next.member.head[0]) break;
      places.push(other);
    }
    const shared = places.map((place) => ({
      ...found,
      ...(place.scope === undefined ? {} : { scope: place.scope }),
      member: {
        ...place.member,
        pieces: [...member.head, ...place.member.pieces.slice(1)],
        head: member.head,
      },
    }));
    named.splice(index, 1, ...shared);
  }
}

/** "các sở, ban, ngành cấp tỉnh" narrows them all; "cơ quan ngành dọc cấp tỉnh" is the name of one group. */
export function settleTails(named: Named[]): void {
  for (let index = 0; index < named.length; index += 1) {
    const found = named[index];
    const tail = found?.member.tail;
    if (found === undefined || tail === undefined) continue;
    const list: Named[] = [found];
    for (let at = index - 1; at >= 0; at -= 1) {
      const before = named[at];
      const after = list.at(-1);
      if (
        before === undefined ||
        before.list !== found.list ||
        before.member.form !== 'noun' ||
        !before.member.plural ||
        before.member.tail !== undefined ||
        after?.member.article === true
      )
        break;
      list.push(before);
    }
    if (list.length === 1)
      found.member = { ...found.member, pieces: [...found.member.pieces, tail], tail: undefined };
    else
      for (const each of list) {
        each.scope = each.scope ?? tail.text;
        each.member = { ...each.member, level: found.member.level, tail: undefined };
      }
  }
}

const OF_GOVERNMENT = new Set(['ban', 'ngành', 'ban ngành', 'ban ngành đoàn thể']);

/** "ban" and "ngành" are of the level of the "sở" or "bộ" before them. */
export function settleLevels(named: Named[]): void {
  for (const [index, found] of named.entries()) {
    const before = named[index - 1];
    if (
      found.member.form !== 'noun' ||
      found.member.level !== undefined ||
      before?.list !== found.list ||
      before.member.form !== 'noun'
    )
      continue;
    if (OF_GOVERNMENT.has((found.member.head[0]?.text ?? '').toLowerCase()))
      found.member = { ...found.member, level: before.member.level };
  }
}

export function mentionOf({ member, role, note, scope }: Named): AgencyMention {
  const name = member.pieces.map(({ text }) => text).join(' ');
  const canonical = member.pieces.map(({ full }) => full).join(' ');
  return {
    name,
    kind: member.plural ? 'group' : 'single',
    ...(member.level === undefined ? {} : { level: member.level }),
    ...(role === undefined ? {} : { role }),
    ...(note === undefined ? {} : { note }),
    ...(canonical === name ? {} : { canonical }),
    ...(scope === undefined ? {} : { scope }),
    ...(member.post === undefined ? {} : { head: member.post }),
  };
}
