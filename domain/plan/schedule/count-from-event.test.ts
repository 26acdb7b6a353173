import { describe, expect, test } from 'vitest';
import { buildCalendar, type WorkCalendar } from '../../calendar/work-calendar.ts';
import { readDeadline } from '../deadline/read-deadline.ts';
import { spanOf } from '../deadline/span-of.ts';
import { countFromEvent, recountItem } from './count-from-event.ts';
import type { ScheduledTask } from './schedule-item.ts';
import { scheduleTask } from './schedule-task.ts';

const calendar = buildCalendar();
const reason = 'theo Quyết định số 12/QĐ-UBND';

describe('a distance in words, counted from the day of its event', () => {
  test.each([
    ['Chậm nhất 05 ngày làm việc trước ngày có hiệu lực', '2025-05-05', '2025-04-24'],
    ['Trong 05 ngày làm việc kể từ ngày ký ban hành', '2025-04-25', '2025-05-06'],
    ['Trước kỳ họp HĐND tỉnh cuối năm 10 ngày', '2026-12-09', '2026-11-27'],
    ['Trong vòng 03 tháng kể từ ngày Quyết định có hiệu lực', '2026-11-30', '2027-03-01'],
    ['Trong thời hạn 01 năm kể từ ngày ký', '2024-02-29', '2025-02-28'],
    ['Chậm nhất 02 tuần sau ngày kết thúc', '2026-06-01', '2026-06-15'],
  ])('%s, which is %s: %s', (words, on, due) => {
    const span = spanOf(readDeadline(words, 2026));
    if (span === undefined) throw new Error('no span was read');
    expect(countFromEvent(words, span, { on, reason }, calendar).dueOn).toBe(due);
  });

  test.each(['Sau khi Nghị quyết được thông qua', 'Trong vòng 24 giờ kể từ khi tiếp nhận', 'Quý II/2026'])(
    '%s names no distance in days',
    (words) => expect(spanOf(readDeadline(words, 2026))).toBeUndefined(),
  );
});

describe('a task that waits for an event', () => {
  const taskOf = (text: string): ScheduledTask => ({
    name: 'Công bố thủ tục',
    deadline: { text, reading: readDeadline(text, 2025) },
    deliverables: [],
    year: 2025,
    issuedOn: null,
  });
  const words = 'Chậm nhất 05 ngày làm việc trước ngày có hiệu lực';
  const itemOf = (text: string, by: WorkCalendar = calendar) => {
    const [item] = scheduleTask(taskOf(text), by);
    const span = item?.derivation.event?.span;
    if (item === undefined || span === undefined) throw new Error('nothing to count');
    return { item, span };
  };
  const { item, span } = itemOf(words);
  const counted = { ...item, ...countFromEvent(words, span, { on: '2025-05-05', reason }, calendar) };

  test('has no day until somebody says when that is', () => {
    expect(item.dueOn).toBeNull();
    expect(item.derivation.missing).toEqual(['Chưa biết ngày xảy ra sự kiện "ngày có hiệu lực"']);
  });

  test('says how its day was counted', () => {
    expect(counted.derivation).toMatchObject({
      steps: [
        `Cơ quan chủ trì kế hoạch ghi ngày có hiệu lực là 05/5/2025: ${reason}`,
        '5 ngày làm việc trước ngày có hiệu lực 05/5/2025, trừ 30/4 (Ngày Chiến thắng), 01/5 (Quốc tế Lao động), 02/5 (hoán đổi, làm bù 26/4), thứ Bảy, Chủ nhật 27/4, 03–04/5; tính cả ngày làm bù 26/4.',
      ],
      skipped: ['2025-04-30', '2025-05-01', '2025-05-02'],
      madeUp: ['2025-04-26'],
      fixed: false,
    });
  });

  test('moves with the calendar, and with the words', () => {
    const weekdaysOnly = buildCalendar([]);
    expect(recountItem(counted, item, weekdaysOnly)?.dueOn).toBe('2025-04-28');
    const sooner = itemOf('Chậm nhất 10 ngày trước ngày có hiệu lực').item;
    expect(recountItem(counted, sooner, calendar)?.dueOn).toBe('2025-04-25');
  });

  test('stays where the words count from no event, or nobody said when it is', () => {
    const [undated] = scheduleTask(taskOf('Thường xuyên'), calendar);
    if (undated === undefined) throw new Error('no item');
    expect(recountItem(counted, undated, calendar)).toBeUndefined();
    expect(recountItem(item, item, calendar)).toBeUndefined();
  });
});
