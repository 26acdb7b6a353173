import { clean, fold } from '../kernel/text.ts';
import type { AgencyLevel, AgencyMention } from './agency-phrase.ts';
import { protectNames } from './protect-names.ts';
import { readDuty } from './read-duty.ts';
import { spellOut } from './spell-out.ts';

// The agencies a cell names: cut into parts (lines, semicolons, dashes), each part into its duty ("theo dõi, đôn
// đốc") and a list of names; a head said once ("Sở", "UBND cấp") serves the names after it, a qualifier said last
// ("liên quan") the groups before it.

/** The agencies and groups a phrase names, in order; empty where it names none. */
export function readAgencies(text: string): readonly AgencyMention[] {
  return splitParts(text).flatMap(readPart);
}

function splitParts(text: string): readonly string[] {
  return text
    .split(/[;\n\r]+/u)
    .flatMap((line) => {
      const hidden = protectNames(clean(line));
      return hidden.split(/(?:^|\s)[-+•*]\s*(?=\p{Lu}|các\s)|\.\s+(?=\p{Lu})/u);
    })
    .map((part) => part.trim().replace(/[.,:]+$/, ''))
    .filter((part) => /\p{L}/u.test(part));
}

function readPart(part: string): readonly AgencyMention[] {
  const { role, note, words } = readDuty(part);
  const { members, scope } = takeScope(words);
  // "thuộc UBND tỉnh" narrows what stands next to it; "liên quan" the whole list.
  const names = listNames(members);
  const lastOnly = scope !== undefined && /^(?:thuộc|trực thuộc)/iu.test(scope);
  const mentions = names.map((name, at) =>
    mentionOf(name, lastOnly && at < names.length - 1 ? undefined : scope),
  );
  return mentions
    .filter((mention) => mention !== undefined)
    .map((mention) => ({
      ...mention,
      ...(role === undefined ? {} : { role }),
      ...(note === undefined ? {} : { note: reveal(note) }),
    }));
}

const SCOPE =
  /\s*(?:,\s*)?((?:(?:khác\s+)?(?:có\s+)?liên quan(?:\s+.*)?|trên địa bàn.*|theo (?:lĩnh vực|chức năng|nhiệm vụ|nhu cầu|phân công|thẩm quyền|từng|quy định|phạm vi|phân cấp).*|(?:thuộc|trực thuộc)(?:\s+.*)?|được (?:kiểm tra|giao|phân công|chọn|thanh tra).*|trong toàn tỉnh|toàn tỉnh|trong tỉnh|của tỉnh có liên quan))$/iu;

/** The qualifier at the end of a list; a named agency below another ("thuộc Sở Y tế") keeps it in its name. */
function takeScope(words: string): { readonly members: string; readonly scope: string | undefined } {
  const match = SCOPE.exec(words);
  if (match === null || match.index === 0) return { members: words, scope: undefined };
  return { members: words.slice(0, match.index), scope: reveal(match[1] ?? '') };
}

interface Named {
  readonly name: string;
  readonly group: boolean;
}

const HEADS =
  /^(?:sở|bộ|ban|ngành|ubnd|ủy ban|uỷ ban|hđnd|hội đồng|văn phòng|vp|phòng|trung tâm|tt|công an|ca|cục|chi cục|tổng cục|vụ|viện|hội|đài|báo|trường|thanh tra|kho bạc|kbnn|bảo hiểm|bhxh|tòa án|toà án|mttq|mặt trận|ủy ban mặt trận|ubmttq|liên đoàn|liên hiệp|liên minh|đoàn|hạt|đội|tổ|quỹ|công ty|tổng công ty|tập đoàn|ngân hàng|bệnh viện|trạm|bưu điện|điện lực|vnpt|viettel|evn|mobifone|bộ đội|bộ chỉ huy|ban chỉ huy|bch|tỉnh|huyện|thành phố|tp|thị xã|xã|phường|thị trấn|thôn|ấp|bản|khu phố|tổ dân phố|chính phủ|thủ tướng|quốc hội|tỉnh ủy|tỉnh uỷ|thành ủy|huyện ủy|đảng ủy|đảng uỷ|giám đốc|phó giám đốc|chủ tịch|phó chủ tịch|thủ trưởng|trưởng|người đứng đầu|chánh|lãnh đạo|hiệu trưởng|bí thư|cơ quan|đơn vị|địa phương|doanh nghiệp|đoàn thể|tổ chức|công chức|cán bộ|đại biểu|học viện|đại học|cảng|hải quan|thuế|thống kê|nhà trường|bql|ban quản lý|hợp tác xã|htx|các|toàn thể|tất cả|mọi|chủ đầu tư|hiệp hội|cấp|báo và|vkstc|vksnd|tand|bch|quân|lực lượng|nhóm|người|cá nhân)(?![\p{L}])/iu;

/** Names of a list, heads and plurals shared out. */
function listNames(list: string): readonly Named[] {
  const named: Named[] = [];
  let head = '';
  let plural = false;
  for (const raw of splitList(list)) {
    const bare = raw.replace(/^(?:các|những|toàn thể|tất cả các|tất cả|mọi)\s+/iu, '');
    const opensPlural = bare !== raw;
    if (opensPlural) plural = true;
    const shared = /^(sở|bộ|phòng|ban|cục|hội|ngành)\s*:\s*(.+)$/iu.exec(bare);
    const item = shared === null ? bare : `${capital(shared[1] ?? '')} ${shared[2] ?? ''}`;
    if (shared !== null) plural = false;
    const full = HEADS.test(item) && !isTail(item, head) ? item : head === '' ? item : `${head} ${item}`;
    const group = isGroup(full, opensPlural || plural);
    if (!group) plural = plural && opensPlural;
    head = headOf(full) ?? head;
    named.push({ name: reveal(full), group });
  }
  return named;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/** "cấp xã" after "UBND cấp huyện", "thành phố" after "UBND các huyện": the head before serves it. */
function isTail(item: string, head: string): boolean {
  return (
    /^(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Công an|Đảng ủy|MTTQ)/u.test(head) &&
    /^(?:cấp|huyện|thành phố|thị xã|xã|phường|thị trấn|quận|đặc khu)(?!\p{L})/iu.test(item)
  );
}

function headOf(name: string): string | undefined {
  const local =
    /^((?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Công an|Đảng ủy|MTTQ)(?:\s+các)?)\s+(?:cấp|huyện|thành phố|thị xã|xã|phường|thị trấn|quận|tỉnh|đặc khu)(?!\p{L})/iu.exec(
      name,
    );
  if (local?.[1] !== undefined) return local[1];
  return /^(Sở|Bộ|Phòng|Ban|Cục|Hội|Chi cục)\s+\p{Lu}/u.exec(name)?.[1];
}

function splitList(list: string): readonly string[] {
  return list
    .split(/\s*[,/]\s*(?:và\s+)?|\s+(?:và|cùng|&)\s+(?=(?:các|những|toàn thể)\s)|\s+\+\s+/u)
    .flatMap(splitAnd)
    .flatMap((item) =>
      item.split(
        /(?<=\p{L})\s+(?=(?:Sở|Các|Công an tỉnh|Bộ)\s)(?<!(?:thuộc|của|Giám đốc|lãnh đạo|Lãnh đạo|Thủ trưởng|đốc|Thanh tra|Văn phòng|Trưởng)\s)/u,
      ),
    )
    .map((item) => item.trim())
    .filter((item) => /\p{L}/u.test(item));
}

/** "và" before another agency divides; inside a name it does not. */
function splitAnd(item: string): readonly string[] {
  const [first = '', ...rest] = item.split(/(\s+(?:và|&)\s+)/u);
  const parts: string[] = [];
  let current = first;
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const after = rest[at + 1] ?? '';
    if (HEADS.test(after) || !HEADS.test(current) || fieldPair(current, after)) {
      parts.push(current);
      current = after;
    } else current += (rest[at] ?? '') + after;
  }
  return [...parts, current];
}

/** "Sở Nội vụ và Tài chính": two departments, since each field is one by itself. */
function fieldPair(before: string, after: string): boolean {
  const field = fold(before.replace(/^(?:Sở|Bộ|Phòng)\s+/u, ''));
  return protectNames.fields.has(field) && protectNames.fields.has(fold(after));
}

const GENERIC =
  /^(?:sở|ban|ngành|ban ngành|sở ngành|sở ban ngành|cơ quan|đơn vị|địa phương|đoàn thể|tổ chức|hội|hội đoàn thể|bộ|bộ ngành|phòng|phòng ban|phòng chuyên môn|doanh nghiệp|nhà trường|trường|trường học|cấp ủy|huyện|thành phố|thị xã|xã|phường|thị trấn|thôn|ấp|bản|khu phố|tổ dân phố|đặc khu|quận)(?!\p{L})/iu;

function isGroup(name: string, plural: boolean): boolean {
  const bare = reveal(name);
  // "Sở thông tin và truyền thông" is one department however it is spelt; "sở", "phòng ban" are not.
  const narrowed = /^(?:sở|bộ|phòng|ban|hội|trường)\s+(?!ngành|ban ngành|ban|chuyên môn|đoàn thể|học|đảng)/iu.test(bare);
  if (narrowed && !plural) return false;
  if (
    /^(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Công an|Đảng ủy|MTTQ|Chủ tịch UBND|Mặt trận Tổ quốc)\s+(?:các|cấp)\s/iu.test(
      bare,
    )
  )
    return true;
  const own = bare.replace(/^(?:\p{Lu}\p{Ll}*|UBND|HĐND)\s*/u, '');
  const proper = /(?:^|\s)\p{Lu}/u.test(
    own.replace(
      /\b(?:UBND|HĐND|TTHC|CCHC|MTTQ|PAKN|TW)\b|Nhà nước|Trung ương|Đảng|Nhân dân|Ủy ban nhân dân|Một cửa/gu,
      '',
    ),
  );
  return (
    !proper &&
    (plural || GENERIC.test(bare)) &&
    !/^(?:UBND|HĐND|Ủy ban nhân dân) (?:tỉnh|huyện|xã|phường)/iu.test(bare)
  );
}

const POST =
  /^((?:Phó\s+)?(?:Giám đốc|Chủ tịch|Thủ trưởng|Trưởng phòng|Hiệu trưởng|Bí thư|Chánh Thanh tra|Chánh Văn phòng|Người đứng đầu|Lãnh đạo|Cục trưởng|Chi cục trưởng|Trưởng ban|Trưởng Ban|Trưởng|Tổng Giám đốc|Tổng giám đốc))\s+(?:các\s+)?(.+)$/iu;

function mentionOf({ name, group }: Named, scope: string | undefined): AgencyMention | undefined {
  const post = POST.exec(name);
  const head = post?.[1];
  const agency = post === null || head === undefined ? name : agencyOfPost(head, post[2] ?? '');
  const isGroupOfAgencies = group || (post !== null && isGroup(agency, /\scác\s/u.test(name)));
  if (agency === '') return undefined;
  const canonical = spellOut(agency);
  const level = levelOf(agency, isGroupOfAgencies);
  return {
    name: agency,
    kind: isGroupOfAgencies ? 'group' : 'single',
    ...(level === undefined ? {} : { level }),
    ...(canonical === agency ? {} : { canonical }),
    ...(scope === undefined || !isGroupOfAgencies ? {} : { scope }),
    ...(head === undefined ? {} : { head }),
  };
}

function agencyOfPost(head: string, rest: string): string {
  if (/văn phòng$/iu.test(head)) return `Văn phòng ${rest}`;
  if (/thanh tra$/iu.test(head)) return `Thanh tra ${rest}`;
  if (/phòng$/iu.test(head)) return `Phòng ${rest}`;
  return rest;
}

const LEVELS: readonly (readonly [AgencyLevel, RegExp])[] = [
  ['village', /^(?:thôn|ấp|bản|khu phố|tổ dân phố|trưởng thôn)(?!\p{L})/iu],
  ['commune', /(?<!\p{L})(?:xã(?! hội)|phường|thị trấn|đặc khu)(?!\p{L})/iu],
  ['district', /(?:cấp huyện|huyện|quận|thị xã|các thành phố|^UBND thành phố)(?!\p{L})/iu],
  ['province', /^(?:sở|ban|ngành)$|^(?:Sở\s|Ban ngành)|(?:cấp tỉnh|tỉnh)(?!\p{L})/iu],
  [
    'central',
    /^(?:Bộ\s|bộ$|bộ ngành|Chính phủ|Thủ tướng|Quốc hội|Văn phòng Chính phủ)|trung ương|cơ quan ngang bộ/iu,
  ],
];

function levelOf(name: string, group: boolean): AgencyLevel | undefined {
  if (/^Bộ (?:Chỉ huy|đội)/iu.test(name)) return 'province';
  if (group && /^(?:sở ngành|sở ban ngành|ban ngành)/iu.test(name)) return 'province';
  return LEVELS.find(([, words]) => words.test(name))?.[0];
}

function reveal(text: string): string {
  return protectNames.reveal(text).trim();
}
