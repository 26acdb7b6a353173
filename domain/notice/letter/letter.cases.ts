import type { LetterDraft, OverdueAgency, OverdueTask } from './letter-draft.ts';

/** Invented overdue work, for trying letters on. */
export const PLAN = {
  id: '00000000-0000-7000-8000-000000000001',
  number: '126/KH-UBND',
  issuedOn: '2024-06-03',
  issuer: 'Ủy ban nhân dân tỉnh Lạng Sơn',
  title: 'Các nhiệm vụ, giải pháp nhằm nâng cao Chỉ số PAR INDEX năm 2024',
};

export function overdueTask(n: number, changes: Partial<OverdueTask> = {}): OverdueTask {
  return {
    dueItemId: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    taskId: `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`,
    code: `III.2.${n}`,
    name: `Rà soát, đơn giản hóa thủ tục hành chính nội bộ nhóm ${n}`,
    label: null,
    role: 'lead',
    deliverable: 'Quyết định của Chủ tịch UBND tỉnh',
    dueOn: '2024-09-30',
    basis: 'Quý III/2024',
    daysLate: 24 + n,
    state: 'doing',
    lastReportOn: '2024-10-05',
    plan: PLAN,
    ...changes,
  };
}

export function overdueAgency(
  agencyName: string,
  count: number,
  changes: Partial<OverdueTask> = {},
): OverdueAgency {
  return {
    agencyId: agencyName.toLowerCase(),
    agencyName,
    tasks: Array.from({ length: count }, (_, at) => overdueTask(at + 1, changes)),
  };
}

export function letterDraft(
  agencies: readonly OverdueAgency[],
  changes: Partial<LetterDraft> = {},
): LetterDraft {
  return {
    superior: 'Ủy ban nhân dân tỉnh Lạng Sơn',
    issuer: 'Sở Nội vụ',
    place: 'Lạng Sơn',
    symbol: 'SNV-CCHC',
    number: 5,
    day: '2024-11-05',
    agencies,
    askBy: '2024-11-12',
    askedWorkingDays: 5,
    signer: { authority: 'KT. Giám đốc', title: 'Phó Giám đốc', name: 'Nguyễn Văn Mẫu' },
    recipients: ['- Như trên;', '- Chủ tịch UBND tỉnh (b/c);', '- Lưu: VT, CCHC.'],
    added: null,
    earlier: [],
    ...changes,
  };
}

export const LONG_NAME =
  'Xây dựng, ban hành và tổ chức thực hiện kế hoạch nâng cao chất lượng cung cấp dịch vụ công trực tuyến toàn trình, thanh toán trực tuyến, số hóa hồ sơ và kết quả giải quyết thủ tục hành chính tại Trung tâm Phục vụ hành chính công và Bộ phận Một cửa cấp xã gắn với khai thác dữ liệu dân cư và định danh điện tử';
export const COMMUNES = Array.from({ length: 65 }, (_, at) => `Ủy ban nhân dân xã Mẫu Sơn ${at + 1}`);
