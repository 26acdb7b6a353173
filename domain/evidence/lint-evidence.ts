import { isLikeName } from './compare-issuer.ts';
import type { FactName } from './document-facts.ts';
import { OFFICIAL_LETTER } from './document-type.ts';
import { NEAR_IDENTICAL } from './fingerprint.ts';
import type { FileKind } from './sniff-content.ts';
import { judgeValidity } from './validity.ts';

/** How the content of a file was read: a scan has no letters, a picture never has. */
export type ReadingState = 'pending' | 'read' | 'no-text' | 'encrypted' | 'damaged' | 'too-long';

/** What a due item asks of its evidence. */
export interface AskedEvidence {
  /** Types of documents its products speak of; none where they name none. */
  readonly types: readonly string[];
  readonly agencyName: string;
  /** The agency, and others whose documents its products name. */
  readonly issuerIds: readonly string[];
  /** Names under which those are known. */
  readonly issuerNames: readonly string[];
  /** One period of a recurring duty, which asks for what was made in it. */
  readonly isPeriod: boolean;
  /** Days the item is about; null where it names none. */
  readonly startsOn: string | null;
  readonly dueOn: string | null;
}

export interface LintedDocument {
  readonly kind: FileKind;
  readonly reading: ReadingState;
  readonly facts: Readonly<Record<FactName, string | null>>;
  /** The agency of the directory its issuer is; null where it is none of them. */
  readonly issuerId: string | null;
  /** Its head says it is a draft. */
  readonly isDraft: boolean;
  readonly picture: { readonly width: number; readonly height: number } | null;
}

/** Another item the very same file stands for. */
export interface SameFile {
  readonly agencyName: string | null;
  readonly taskName: string;
  readonly label: string;
  readonly isSameAgency: boolean;
  readonly isSameTask: boolean;
}

/** A document of another agency that says nearly the same. */
export interface Twin {
  /** Null where the reader may not know whose it is. */
  readonly agencyName: string | null;
  readonly likeness: number;
}

export type EvidenceFindingCode =
  | 'encrypted'
  | 'damaged'
  | 'unreadable'
  | 'small-picture'
  | 'type-other'
  | 'draft'
  | 'number-missing'
  | 'signer-missing'
  | 'date-missing'
  | 'date-future'
  | 'date-early'
  | 'date-late'
  | 'agency-other'
  | 'ended'
  | 'ends-soon'
  | 'same-file-period'
  | 'same-file-agency'
  | 'near-identical';

export interface EvidenceFinding {
  readonly code: EvidenceFindingCode;
  /** An `error` would hardly be accepted; a `warning` asks to look. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly remedy: string;
}

export interface LintInput {
  readonly asked: AskedEvidence;
  readonly evidence: LintedDocument;
  readonly today: string;
  readonly sameFiles: readonly SameFile[];
  readonly twins: readonly Twin[];
}

/** Shorter side of a page photographed so that small print can still be read, in pixels. */
const LEAST_PIXELS = 700;

/** What whoever accepts the evidence would object to, each with what to do about it; the gravest first. */
export function lintEvidence(input: LintInput): readonly EvidenceFinding[] {
  const found = [
    ...lintReading(input.evidence),
    ...lintType(input),
    ...lintForm(input.evidence),
    ...lintDate(input),
    ...lintIssuer(input),
    ...lintValidity(input),
    ...lintReuse(input),
  ];
  return found.toSorted((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'));
}

function error(code: EvidenceFindingCode, message: string, remedy: string): EvidenceFinding {
  return { code, severity: 'error', message, remedy };
}

function warning(code: EvidenceFindingCode, message: string, remedy: string): EvidenceFinding {
  return { code, severity: 'warning', message, remedy };
}

function lintReading({ kind, reading, picture }: LintedDocument): readonly EvidenceFinding[] {
  if (reading === 'encrypted')
    return [
      error(
        'encrypted',
        'Tệp đặt mật khẩu nên người duyệt không mở được.',
        'Bỏ mật khẩu, rồi nộp bản mới của tệp.',
      ),
    ];
  if (reading === 'damaged')
    return [error('damaged', 'Tệp bị hỏng, không mở được.', 'Mở lại tệp gốc, lưu lại, rồi nộp bản mới.')];
  if (reading === 'no-text' && kind === 'pdf')
    return [
      warning(
        'unreadable',
        'Bản quét không có chữ nên không tìm kiếm và đối chiếu được.',
        'Nộp bản PDF có chữ hoặc bản Word nếu có; nếu không, ghi số, ngày và nơi ban hành vào phần "Thông tin văn bản".',
      ),
    ];
  if (picture !== null && Math.min(picture.width, picture.height) < LEAST_PIXELS)
    return [
      warning(
        'small-picture',
        `Ảnh chỉ có ${picture.width} × ${picture.height} điểm ảnh, chữ nhỏ khó đọc.`,
        'Chụp lại gần hơn, đủ sáng, hoặc quét văn bản.',
      ),
    ];
  return [];
}

function lintType({ asked, evidence }: LintInput): readonly EvidenceFinding[] {
  const { type } = evidence.facts;
  if (type === null || asked.types.length === 0 || asked.types.includes(type)) return [];
  // A letter may send what is asked as its annex.
  return [
    warning(
      'type-other',
      `Sản phẩm yêu cầu ${listWords(asked.types)}, tài liệu này là ${type}.`,
      type === OFFICIAL_LETTER
        ? 'Nộp kèm chính văn bản được gửi theo công văn này.'
        : `Nộp ${listWords(asked.types)}, hoặc sửa loại văn bản nếu đọc chưa đúng.`,
    ),
  ];
}

/** What an issued document has by its form; a table or a picture need not be one. */
function lintForm({ facts, reading, isDraft, kind }: LintedDocument): readonly EvidenceFinding[] {
  if (reading !== 'read' || facts.type === null) return [];
  if (isDraft)
    return [error('draft', 'Văn bản ghi là dự thảo.', 'Nộp bản đã ban hành, có số, ngày và chữ ký.')];
  const found: EvidenceFinding[] = [];
  if (facts.number === null)
    found.push(
      warning(
        'number-missing',
        'Chưa thấy số, ký hiệu của văn bản.',
        'Nộp bản đã ban hành, hoặc ghi số vào phần "Thông tin văn bản".',
      ),
    );
  if (facts.signer === null && kind !== 'xlsx')
    found.push(
      warning(
        'signer-missing',
        'Chưa thấy tên người ký.',
        'Nộp bản có chữ ký, hoặc ghi tên người ký vào phần "Thông tin văn bản".',
      ),
    );
  return found;
}

function lintDate({ asked, evidence, today }: LintInput): readonly EvidenceFinding[] {
  const { issuedOn, type } = evidence.facts;
  if (issuedOn === null)
    return evidence.reading === 'pending' || type === null
      ? []
      : [
          warning(
            'date-missing',
            'Chưa thấy ngày ban hành.',
            'Ghi ngày ban hành vào phần "Thông tin văn bản", hoặc nộp bản có ngày.',
          ),
        ];
  if (issuedOn > today)
    return [
      error(
        'date-future',
        `Ngày ban hành ${sayDay(issuedOn)} chưa tới.`,
        'Kiểm tra lại ngày trên văn bản; nếu đọc sai, sửa ở phần "Thông tin văn bản".',
      ),
    ];
  if (asked.startsOn !== null && issuedOn < asked.startsOn)
    return [
      asked.isPeriod
        ? error(
            'date-early',
            `Ngày ban hành ${sayDay(issuedOn)} trước kỳ này (từ ${sayDay(asked.startsOn)}).`,
            'Nộp tài liệu của đúng kỳ, hoặc sửa ngày nếu đọc chưa đúng.',
          )
        : warning(
            'date-early',
            `Ngày ban hành ${sayDay(issuedOn)} trước khi việc bắt đầu (${sayDay(asked.startsOn)}).`,
            'Kiểm tra đây có phải tài liệu của việc này không; nếu đọc sai, sửa ngày.',
          ),
    ];
  if (asked.dueOn !== null && issuedOn > asked.dueOn)
    return [
      warning(
        'date-late',
        `Ngày ban hành ${sayDay(issuedOn)} sau hạn ${sayDay(asked.dueOn)}.`,
        'Nếu ngày đúng, nêu lý do chậm khi nộp kết quả; nếu đọc sai, sửa ngày.',
      ),
    ];
  return [];
}

function lintIssuer({ asked, evidence }: LintInput): readonly EvidenceFinding[] {
  const { issuer } = evidence.facts;
  if (issuer === null) return [];
  if (evidence.issuerId !== null && asked.issuerIds.includes(evidence.issuerId)) return [];
  if (asked.issuerNames.some((name) => isLikeName(name, issuer))) return [];
  return [
    warning(
      'agency-other',
      `Văn bản do ${issuer} ban hành, không phải của ${asked.agencyName}.`,
      `Nộp văn bản của ${asked.agencyName}, hoặc sửa nơi ban hành nếu đọc chưa đúng.`,
    ),
  ];
}

function lintValidity({ evidence, today }: LintInput): readonly EvidenceFinding[] {
  const { validFrom, validTo } = evidence.facts;
  const standing = judgeValidity({ validFrom, validTo }, today);
  if (standing === 'ended' && validTo !== null)
    return [
      warning(
        'ended',
        `Văn bản hết hiệu lực từ sau ngày ${sayDay(validTo)}.`,
        'Nộp văn bản thay thế đang có hiệu lực.',
      ),
    ];
  if (standing === 'ends-soon' && validTo !== null)
    return [
      warning(
        'ends-soon',
        `Văn bản hết hiệu lực sau ngày ${sayDay(validTo)}.`,
        'Chuẩn bị văn bản thay thế trước ngày đó.',
      ),
    ];
  return [];
}

function lintReuse({ sameFiles, twins }: LintInput): readonly EvidenceFinding[] {
  const found: EvidenceFinding[] = [];
  const period = sameFiles.find(({ isSameAgency, isSameTask }) => isSameAgency && isSameTask);
  if (period !== undefined)
    found.push(
      error(
        'same-file-period',
        `Chính tệp này đã nộp cho ${period.label} của cùng nhiệm vụ.`,
        'Mỗi kỳ cần tài liệu riêng: nộp tài liệu của kỳ này, hoặc rút tệp ở kỳ kia.',
      ),
    );
  const other = sameFiles.find(({ isSameAgency }) => !isSameAgency);
  if (other !== undefined)
    found.push(
      warning(
        'same-file-agency',
        `Chính tệp này đã được ${other.agencyName ?? 'một cơ quan khác'} nộp${
          other.agencyName === null ? '' : ` cho "${other.taskName}"`
        }.`,
        'Nếu là văn bản chung thì giữ; nếu là báo cáo riêng, nộp báo cáo của chính cơ quan mình.',
      ),
    );
  const twin = twins
    .filter(({ likeness }) => likeness >= NEAR_IDENTICAL)
    .toSorted((a, b) => b.likeness - a.likeness)[0];
  if (twin !== undefined)
    found.push(
      warning(
        'near-identical',
        `Nội dung giống khoảng ${Math.round(twin.likeness * 100)} % tài liệu của ${twin.agencyName ?? 'một cơ quan khác'}.`,
        'Nêu kết quả, số liệu của chính cơ quan mình, rồi nộp bản mới; nếu là văn bản chung thì giữ.',
      ),
    );
  return found;
}

function listWords(types: readonly string[]): string {
  return types.length <= 1 ? (types[0] ?? '') : `${types.slice(0, -1).join(', ')} hoặc ${types.at(-1)}`;
}

function sayDay(iso: string): string {
  return iso.split('-').reverse().join('/');
}
