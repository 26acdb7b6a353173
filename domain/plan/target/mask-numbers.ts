// Numbers that measure nothing: of documents, dates, ordinals, ages, names of things. Their digits are blanked, letter
// for letter, before measures are looked for. Works on the `key` of a clause.

type Mask = readonly [RegExp, ((before: string) => boolean)?];

/** A unit or a sign after the number shows that it is a measure after all. */
const NO_UNIT =
  '(?![\\d.,]*\\d|\\s*(?:%|‰|phan tram|ty\\b|trieu|nghin|ngan\\b|dong\\b|~a\\b|km|m2|ngay|gio|phut|nguoi|lan\\b|cuoc|bac\\b|diem|tan\\b|ho\\b|~o\\b|xa\\b|thon\\b|giay|the\\b|bo\\b|ma\\b))';
const LIST = '(?:\\s*(?:,|va|-|/)\\s*\\d{1,3}(?![\\d%]|[.,]\\d|\\s*(?:%|/)))*';

const MASKS: readonly Mask[] = [
  [/\b(?:https?:|www\.)\S+|\S+\.(?:gov|com|edu|vn)\b\S*/g],
  // documents: "126/KH-UBND", "57-NQ/TW", "Luật số 12/2020/QH14", "Nghị quyết 68", "QĐ 468"
  [/\b\d+[a-z]?\s*\/\s*(?:\d{4}\s*\/\s*)?[a-z][a-z0-9]*(?:\s*-\s*[a-z0-9&]+)+/g],
  [/\b\d+\s*-\s*[a-z]{2,}(?:\s*\/\s*[a-z]+)+/g],
  [/\b\d+\s*\/\s*\d{4}\s*\/\s*[a-z]+\d*/g],
  [/\b\d+\/(?:kh|qd|nq|nd|tt|ct|cv|tb|bc|ttr|kl|hd|vpcp|ubnd|bnv|btttt)\b/g],
  [
    /(?:nghi quyet|nghi dinh|quyet dinh|thong tu|chi thi|[d~]e an|luat|ket luan|chuong trinh|quy dinh|lenh|tcvn|iso|iec|phap lenh|ban chi dao|cong dien)\s+(?:lien tich\s+)?(?:so\s*:?\s*)?\d[\d/.:a-z-]*(?!\s*[%‰\d])/g,
  ],
  [/(?:ke hoach|bao cao|cong van|van ban|thong bao|huong dan|to trinh|cong bo)\s+so\s*:?\s*\d[\d/.:a-z-]*/g],
  [/\b(?:qd|nq|nd|tt|ct|kl|kh|cv)\s*(?:so\s*)?\d+(?:\/\d+)*\b/g],
  // ordinals and names: "khoản 2 Điều 23", "mức độ 3, 4", "giai đoạn 2", "khu vực III"
  [
    new RegExp(
      `(?:khoan|dieu|~uc|phu luc|mau|bieu|~ang|chuong|phan|quy|giai doan|nhiem ky|khoa|dot|\\bky|lan thu|thu|cap do|muc do|loai|tuyen|quoc lo|tinh lo|duong|hang|khu vuc|vung|lop|quan|phuong|khu pho|to dan pho|\\bto|buoc|tieu chi so|tieu chi|noi dung|version|phien ban|windows|cong nghiep|lan)\\s+(?:so\\s+)?\\d{1,3}(?:\\.\\d)?${LIST}${NO_UNIT}`,
      'g',
    ),
    (before) => !/(?:dat|xep|dung|vi tri|nhom|top|du|cong nhan|hoan thanh|\bthu|\bbinh)\s*$/.test(before),
  ],
  [/\bcap\s+[1-4]\b(?!\s*(?:giay|the|so|chung|ban|bo|ma|[%\d]))/g],
  [/\bmuc\s+[34](?:\s*(?:,|va|-)\s*(?:muc\s+)?4)?(?!\s*[%\d.,]*\d|\s*(?:%|trieu|ty|dong|diem))/g],
  [
    new RegExp(`\\bso\\s*:?\\s*\\d+(?:/\\d+)*${NO_UNIT}`, 'g'),
    (before) => !/(?:tong|trong|tren|chi|cac|dan|he|diem|doanh|ty|tham)\s*$/.test(before),
  ],
  [/\b\d\.0\b(?!\s*%)/g],
  [/(?:duong day nong|hotline|tong dai|dau so)\s*:?\s*[\d.\s]+/g],
  // dates and years
  [/\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}/g],
  [
    /\bngay\s+\d{1,2}(?:\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?|\s+thang\s+\d{1,2}(?:\s+nam\s+\d{4})?)?(?:\s*(?:,|va|den)\s*(?:ngay\s+)?\d{1,2}\/\d{1,2})*/g,
  ],
  [
    /\bthang\s+\d{1,2}(?:\s*\/\s*\d{4})?(?:\s*(?:,|va|-|den)\s*(?:thang\s+)?\d{1,2}(?![\d%]|[.,]\d|\s*%))*(?![\d.,]*%)/g,
  ],
  [/\b\d{1,2}\s*\/\s*20\d{2}\b/g],
  [/\b(?:iv|i{1,3}|[1-4])\s*\/\s*20\d{2}\b/g],
  [
    /(?:truoc|sau|het|~ip|dip|\ble|ky niem|chao mung|cham nhat|vao|den)\s+(?:ngay\s+)?(?:0?[1-9]|[12]\d|3[01])\s*\/\s*(?:0?[1-9]|1[0-2])(?![\d/])(?!\s*(?:so|xa|huyen|co quan|~o quan|chi tieu|tieu chi|don vi))/g,
  ],
  [
    /(?:(?:nam(?: hoc)?|giai doan|den|tu)\s+)?\b(?:19|20)\d{2}\s*(?:-|den|,|va)\s*(?:nam\s+)?(?:19|20)\d{2}\b(?![.,]\d)/g,
  ],
  [/\bnam(?:\s+hoc)?\s+(?:19|20)\d{2}(?:\s*(?:,|va)\s*(?:nam\s+)?20\d{2})*\b/g],
  [
    /(?<![\d.,])(?:19\d{2}|20[0-6]\d)(?![\d.,%]*\d)(?!\s*(?:%|~?ho\b|nguoi|luot|trieu|ty|dong|xa\b|~a\b|km|m\b|m2|m3|cay|doanh|con\b|~on\b|tan|san pham|hoc|lao dong|can|ca\b|~a\b|vu\b|thon|gia dinh|don|ban\b|kw|mw|em\b|tre))/g,
  ],
  [/\b\d+\s*thang\s+(?:dau|cuoi)\b/g],
  [
    /(?:so ket|tong ket|ke hoach|dinh ky|bao cao|trong|ca|sau|qua|moi|chu ky)\s+\d{1,2}\s+(?:nam|thang)\b(?!\s*\/\s*(?:nam|lan\s*\/))/g,
    (before) => !/vong\s*$/.test(before),
  ],
  [
    /\b\d{1,2}\s+(?:nam|thang)\s+(?:gan nhat|gan day|lien tiep|lien tuc|lien ke|truoc|qua|tiep theo|tiep|toi|thuc hien|xay dung)/g,
  ],
  [/\b\d{1,2}\s+nam\s+(?=20\d{2}|_|\(20)/g],
  [/\b\d{1,2}\s*(?:thang|tuan|ngay|nam)\s*\/\s*(?:\d+\s*)?lan\b/g],
  [/(?:luc|hoi|truoc)\s*\d{1,2}\s*(?:h|gio)\s*\d{0,2}(?=\s*(?:,|ngay|$))|\b\d{1,2}\s*(?:h|gio)\s*\d{2}\b/g],
  // bounds inside a subject: ages, sizes; "trên 1.000 dân", "24/7"
  [
    /(?:tu\s+(?:du\s+|tren\s+|duoi\s+)?|duoi\s+|tren\s+|du\s+)?\d+(?:\s*(?:-|den(?: duoi)?)\s*\d+)?\s*(?:thang\s+)?tuoi(?:\s+tro\s+(?:len|xuong))?/g,
    (before) => !/(?:tuoi tho|binh quan|trung binh)[^,;]*$/.test(before),
  ],
  [
    /\btren\s*(?:100|1\.?000|10\.?000|100\.?000|1 van|van)\s*(?:dan|nguoi dan|tre|nguoi|ca\b|~a\b|ho\b|~o\b|phu nu|lao dong)(?![a-z])/g,
    (before) => /\d|(?:\bso|ty suat|ty le|mat do)\s[^,;]*$/.test(before),
  ],
  [
    /(?:moi|\/|tinh tren)\s*\d{1,3}(?:\.?\d{3})*\s*(?:van\s+)?(?:dan|nguoi dan|tre|nguoi|~?ho dan|phu nu|lao dong|don vi|thanh vien)(?![a-z])/g,
  ],
  // "01 sản phẩm OCOP đạt từ 3 sao trở lên": the grade of what is counted
  [/(?:tu\s+)?[1-5](?:\s*-\s*5)?\s+sao(?![a-z])(?:\s+tro len)?/g, (before) => /\d/.test(before)],
  [/\b24\s*\/\s*(?:7|24)\b/g],
  [/(?:\bca|tat ca|\bdu)\s+\d{1,2}\s+(?:tieu chi|~at|mat|cap|linh vuc|noi dung|khau|tru cot)/g],
  [/\b0?[1-5]\s+cap(?![a-z])(?!\s*(?:giay|the|chung))/g],
  [
    /\b\d{1,2}\s+(?:tai cho|ro\b|cong khai\b|buoi\s*\/\s*ngay|khong\b|san sang|chuong trinh (?:muc tieu quoc gia|mtqg|mtqg)|dot pha|tru cot|nha\b(?= nuoc| truong| khoa))/g,
  ],
  // words holding digits: "5G", "H37", "COVID-19", "N1"
  [/\b[a-z]+-?\d+[a-z]*\b/g],
  [/\b\d+[a-z]{1,2}\b(?<!\d(?:m|km|ha|~a|kg|x|kw|mw|tb|gb|ty|tr))/g],
];

export function maskNumbers(key: string): string {
  let text = key;
  for (const [pattern, holds] of MASKS)
    text = text.replace(pattern, (found: string, ...rest: unknown[]) => {
      const at = rest.find((part): part is number => typeof part === 'number') ?? 0;
      if (holds !== undefined && !holds(text.slice(Math.max(0, at - 60), at))) return found;
      return blank(
        found,
        /^\s*(?:%|‰|phan (?:tram|nghin))/.test(text.slice(at + found.length, at + found.length + 12)),
      );
    });
  return text;
}

/** A number right before a per-cent sign is a measure whatever stands before it. */
function blank(found: string, percentFollows: boolean): string {
  const kept = percentFollows ? (/\d+(?:[.,]\d+)*$/.exec(found)?.[0].length ?? 0) : 0;
  const cut = found.length - kept;
  return found.slice(0, cut).replace(/\d/g, '_') + found.slice(cut);
}
