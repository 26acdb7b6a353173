import type { AssignmentRole } from './agency-phrase.ts';

// What an agency is to do, where the cell says it: "Sở Nội vụ theo dõi, đôn đốc"; "Chủ trì: Sở Y tế".

const ROLES: readonly (readonly [AssignmentRole, RegExp])[] = [
  ['lead', /^(?:làm đầu mối,?\s*)?(?:chủ trì|đầu mối|chịu trách nhiệm chính|trực tiếp chủ trì)/iu],
  ['coordinate', /^(?:phối hợp|tham gia|cùng phối hợp)/iu],
  ['oversee', /^(?:theo dõi|hướng dẫn|đôn đốc|kiểm tra|giám sát|thẩm định|chỉ đạo|tổng hợp)/iu],
];

const VERB =
  /\s((?:chủ trì|phối hợp|theo dõi|hướng dẫn|đôn đốc|kiểm tra|giám sát|thẩm định|tham mưu|tổng hợp|xây dựng|thực hiện|tổ chức|báo cáo|rà soát|triển khai|chịu trách nhiệm|phụ trách|hỗ trợ|đề xuất|trình|ban hành|cung cấp|là cơ quan|làm đầu mối|đầu mối|chỉ đạo|tham gia|cập nhật|đăng tải)(?!\p{L}).*)$/u;
/** Words after which such a verb is part of a name: "Đoàn kiểm tra CCHC", "Hội đồng thẩm định". */
const IN_NAME =
  /(?:^|[\s,])(?:đoàn|tổ|ban|hội đồng|ủy ban|uỷ ban|đội|cơ quan|đơn vị|được|bộ phận|nhóm|phòng|địa phương|ngành|người|và|trung tâm|chi cục|tổ chức|lĩnh vực|nhiệm vụ|thẩm quyền|phạm vi|chức năng)$/iu;

export interface Duty {
  readonly role: AssignmentRole | undefined;
  readonly note: string | undefined;
  /** The names alone. */
  readonly words: string;
}

export function readDuty(part: string): Duty {
  const label =
    /^(cơ quan chủ trì|đơn vị chủ trì|chủ trì|cơ quan phối hợp|đơn vị phối hợp|phối hợp|theo dõi|giám sát|cơ quan theo dõi)\s*:\s*(.+)$/iu.exec(
      part,
    );
  if (label?.[1] !== undefined && label[2] !== undefined)
    return { ...readDuty(label[2]), role: roleOf(label[1].replace(/^(?:cơ quan|đơn vị)\s+/iu, '')) };
  const leading = /^(phối hợp với|phối hợp cùng|chủ trì)\s+(.+)$/iu.exec(part);
  if (leading?.[1] !== undefined && leading[2] !== undefined)
    return { role: roleOf(leading[1]), note: leading[1], words: leading[2] };
  const colon = /^([^:]+?)\s*:\s*(\p{Ll}.*)$/u.exec(part);
  if (colon?.[1] !== undefined && colon[2] !== undefined && !/^các\s+\p{L}+$/iu.test(colon[1]))
    return { role: roleOf(colon[2]), note: colon[2], words: colon[1] };
  const bracket = /^(.+?)\s*\(((?:chủ trì|phối hợp|theo dõi|đôn đốc|hướng dẫn)[^)]*)\)$/iu.exec(part);
  if (bracket?.[1] !== undefined && bracket[2] !== undefined)
    return { role: roleOf(bracket[2]), note: bracket[2], words: bracket[1] };
  for (let from = 0; from < part.length; ) {
    const verb = VERB.exec(part.slice(from));
    if (verb?.[1] === undefined) break;
    const at = from + verb.index;
    const before = part.slice(0, at);
    if (!IN_NAME.test(before))
      return { role: roleOf(verb[1]), note: verb[1].trim(), words: before.replace(/[,\s]+$/, '') };
    from = at + 1;
  }
  return { role: undefined, note: undefined, words: part };
}

function roleOf(words: string): AssignmentRole | undefined {
  return ROLES.find(([, pattern]) => pattern.test(words))?.[0];
}
