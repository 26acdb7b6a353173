import type { JobTrouble } from './start-jobs.ts';

/** One sentence for each job whose last run failed; why is in the log, which only the operator reads. */
export function presentTroubles(troubles: readonly JobTrouble[]): readonly string[] {
  return troubles.map(({ title, failedAt }) => {
    const { day, month, year, hour, minute } = failedAt.toZonedDateTimeISO('Asia/Ho_Chi_Minh');
    const [dd, mm, hh, min] = [day, month, hour, minute].map((part) => String(part).padStart(2, '0'));
    return `Việc tự động "${title}" lúc ${hh}:${min} ngày ${dd}/${mm}/${year} không thành công. Hãy xem nhật ký của máy chủ.`;
  });
}
