import type { Deadline } from './deadline.ts';

// Phrases of deadline columns of many offices and years, each with the reading a careful person gives it.

export const DEADLINE_PHRASES: readonly (readonly [string, Deadline])[] = [
  ['Cả năm 2025', { kind: 'year', start: '2025-01-01', end: '2025-12-31' }],
  ['Hết năm 2025', { kind: 'year', start: '2025-01-01', end: '2025-12-31' }],
  ['Đến hết năm 2025', { kind: 'range', end: '2025-12-31', openStart: true }],
  ['Đến năm 2030', { kind: 'range', end: '2030-12-31', openStart: true }],
  ['Đến 2030', { kind: 'range', end: '2030-12-31', openStart: true }],
  ['Từ năm 2024', { kind: 'range', start: '2024-01-01', openEnd: true }],
  ['Từ năm 2025 trở đi', { kind: 'range', start: '2025-01-01', openEnd: true }],
  ['Các năm 2024 - 2025', { kind: 'range', start: '2024-01-01', end: '2025-12-31' }],
  [
    'Năm 2024, 2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'year', start: '2024-01-01', end: '2024-12-31' },
        { kind: 'year', start: '2025-01-01', end: '2025-12-31' },
      ],
    },
  ],
  [
    'Năm 2024 và 2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'year', start: '2024-01-01', end: '2024-12-31' },
        { kind: 'year', start: '2025-01-01', end: '2025-12-31' },
      ],
    },
  ],
  ['2024-2025', { kind: 'range', start: '2024-01-01', end: '2025-12-31' }],
  ['Quý 1 năm 2024', { kind: 'quarter', start: '2024-01-01', end: '2024-03-31' }],
  [
    'Quý I và Quý III/2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'quarter', start: '2025-01-01', end: '2025-03-31' },
        { kind: 'quarter', start: '2025-07-01', end: '2025-09-30' },
      ],
    },
  ],
  ['Quý II-IV/2024', { kind: 'range', start: '2024-04-01', end: '2024-12-31' }],
  [
    'Quý III, IV năm 2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'quarter', start: '2025-07-01', end: '2025-09-30' },
        { kind: 'quarter', start: '2025-10-01', end: '2025-12-31' },
      ],
    },
  ],
  ['Cuối quý III/2025', { kind: 'quarter', start: '2025-07-01', end: '2025-09-30' }],
  ['Đầu quý II/2025', { kind: 'quarter', start: '2025-04-01', end: '2025-06-30' }],
  ['Cuối năm 2025', { kind: 'year', start: '2025-01-01', end: '2025-12-31' }],
  ['Đầu năm 2025', { kind: 'year', start: '2025-01-01', end: '2025-12-31' }],
  ['6 tháng cuối năm 2024', { kind: 'range', start: '2024-07-01', end: '2024-12-31' }],
  ['06 tháng đầu năm', { kind: 'range' }],
  ['9 tháng đầu năm 2025', { kind: 'range', start: '2025-01-01', end: '2025-09-30' }],
  [
    'Tháng 6, 12/2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'month', start: '2025-06-01', end: '2025-06-30' },
        { kind: 'month', start: '2025-12-01', end: '2025-12-31' },
      ],
    },
  ],
  [
    'Tháng 6 và tháng 12 hàng năm',
    { kind: 'recurring', recurrence: { freq: 'yearly', by: 'Tháng 6 và tháng 12' } },
  ],
  ['Từ tháng 3 đến tháng 9/2024', { kind: 'range', start: '2024-03-01', end: '2024-09-30' }],
  ['Cuối tháng 11/2024', { kind: 'month', start: '2024-11-01', end: '2024-11-30' }],
  ['Giữa tháng 5/2025', { kind: 'month', start: '2025-05-01', end: '2025-05-31' }],
  ['Đầu tháng 6/2025', { kind: 'month', start: '2025-06-01', end: '2025-06-30' }],
  ['Tháng 5-6/2025', { kind: 'range', start: '2025-05-01', end: '2025-06-30' }],
  ['T6/2025', { kind: 'month', start: '2025-06-01', end: '2025-06-30' }],
  ['15-12-2024', { kind: 'date', end: '2024-12-15' }],
  ['Trước 15/12', { kind: 'date', endExclusive: true }],
  ['Trước 15/12 hằng năm', { kind: 'recurring', recurrence: { freq: 'yearly', by: 'Trước 15/12' } }],
  [
    'Trước ngày 15/12 hàng năm',
    { kind: 'recurring', recurrence: { freq: 'yearly', by: 'Trước ngày 15/12' } },
  ],
  ['Không muộn hơn 30/6/2025', { kind: 'date', end: '2025-06-30' }],
  ['Xong trước 30/6/2025', { kind: 'date', end: '2025-06-30', endExclusive: true }],
  ['Hoàn thành trước ngày 30/11/2025', { kind: 'date', end: '2025-11-30', endExclusive: true }],
  ['Hoàn thành trong tháng 11/2025', { kind: 'month', start: '2025-11-01', end: '2025-11-30' }],
  ['Đến hết ngày 31/12/2025', { kind: 'date', end: '2025-12-31' }],
  ['Từ ngày 01/01/2025 đến ngày 31/12/2025', { kind: 'range', start: '2025-01-01', end: '2025-12-31' }],
  ['Từ 01/7/2025', { kind: 'range', start: '2025-07-01', openEnd: true }],
  ['Sau ngày 01/7/2025', { kind: 'range', start: '2025-07-01', openEnd: true }],
  ['Kể từ ngày 01/7/2025', { kind: 'range', start: '2025-07-01', openEnd: true }],
  ['Định kỳ hàng tháng', { kind: 'recurring', recurrence: { freq: 'monthly' } }],
  ['Ngày 15 hàng tháng', { kind: 'recurring', recurrence: { freq: 'monthly', by: 'Ngày 15' } }],
  [
    'Trước ngày 20 của tháng cuối quý',
    { kind: 'recurring', recurrence: { freq: 'quarterly', by: 'Trước ngày 20 của tháng cuối quý' } },
  ],
  [
    'Trước ngày 15 tháng cuối của quý',
    { kind: 'recurring', recurrence: { freq: 'quarterly', by: 'Trước ngày 15 tháng cuối của quý' } },
  ],
  [
    '6 tháng, năm',
    {
      kind: 'multi',
      parts: [
        { kind: 'recurring', recurrence: { freq: 'half_yearly' } },
        { kind: 'recurring', recurrence: { freq: 'yearly' } },
      ],
    },
  ],
  [
    'Định kỳ 6 tháng và hàng năm',
    {
      kind: 'multi',
      parts: [
        { kind: 'recurring', recurrence: { freq: 'half_yearly' } },
        { kind: 'recurring', recurrence: { freq: 'yearly' } },
      ],
    },
  ],
  [
    'Định kỳ hàng quý, 6 tháng, năm',
    {
      kind: 'multi',
      parts: [
        { kind: 'recurring', recurrence: { freq: 'quarterly' } },
        { kind: 'recurring', recurrence: { freq: 'half_yearly' } },
        { kind: 'recurring', recurrence: { freq: 'yearly' } },
      ],
    },
  ],
  ['Thứ 6 hàng tuần', { kind: 'recurring', recurrence: { freq: 'weekly', by: 'Thứ 6' } }],
  ['Theo định kỳ', { kind: 'recurring', recurrence: { freq: 'unspecified' } }],
  [
    'Hàng quý, 6 tháng, 9 tháng, năm',
    {
      kind: 'multi',
      parts: [
        { kind: 'recurring', recurrence: { freq: 'quarterly' } },
        { kind: 'recurring', recurrence: { freq: 'half_yearly' } },
        { kind: 'recurring', recurrence: { freq: 'yearly' } },
      ],
    },
  ],
  ['Hằng quý', { kind: 'recurring', recurrence: { freq: 'quarterly' } }],
  ['Hàng ngày', { kind: 'continuous' }],
  ['Thường xuyên trong năm', { kind: 'continuous' }],
  ['Thường xuyên trong năm 2025', { kind: 'continuous', start: '2025-01-01', end: '2025-12-31' }],
  ['Thường xuyên hằng năm', { kind: 'continuous' }],
  [
    'Thường xuyên, hàng tháng',
    {
      kind: 'multi',
      parts: [{ kind: 'continuous' }, { kind: 'recurring', recurrence: { freq: 'monthly' } }],
    },
  ],
  ['Trong suốt quá trình thực hiện', { kind: 'continuous' }],
  ['Theo hướng dẫn của Bộ Nội vụ', { kind: 'by_external_plan' }],
  ['Theo tiến độ của dự án', { kind: 'by_external_plan' }],
  ['Theo yêu cầu của UBND tỉnh', { kind: 'by_external_plan' }],
  ['Theo lộ trình của Chính phủ', { kind: 'by_external_plan' }],
  ['Theo quy định', { kind: 'by_external_plan' }],
  ['Theo Kế hoạch số 25/KH-UBND ngày 15/01/2025', { kind: 'by_external_plan' }],
  [
    'Sau 3 ngày làm việc kể từ khi nhận được văn bản',
    { kind: 'relative_working_days', n: 3, direction: 'after', anchor: 'nhận được văn bản' },
  ],
  [
    'Trong 24 giờ kể từ khi tiếp nhận',
    { kind: 'relative_days', n: 24, unit: 'giờ', direction: 'after', anchor: 'tiếp nhận' },
  ],
  [
    'Không quá 07 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ',
    { kind: 'relative_working_days', n: 7, direction: 'after', anchor: 'ngày nhận đủ hồ sơ hợp lệ' },
  ],
  [
    'Trước 15 ngày so với ngày hết hạn',
    { kind: 'relative_days', n: 15, direction: 'before', anchor: 'ngày hết hạn' },
  ],
  [
    'Chậm nhất 30 ngày sau khi Luật có hiệu lực',
    { kind: 'relative_days', n: 30, direction: 'after', anchor: 'Luật có hiệu lực' },
  ],
  [
    'Trước kỳ họp HĐND tỉnh cuối năm 10 ngày',
    { kind: 'relative_days', n: 10, direction: 'before', anchor: 'kỳ họp HĐND tỉnh cuối năm' },
  ],
  ['Khi có hướng dẫn', { kind: 'by_external_plan' }],
  ['Khi có hướng dẫn của Trung ương', { kind: 'by_external_plan' }],
  [
    'Ngay sau khi Nghị quyết được ban hành',
    { kind: 'relative_event', direction: 'after', anchor: 'Nghị quyết được ban hành' },
  ],
  ['Khi phát sinh', { kind: 'relative_event', direction: 'after', anchor: 'phát sinh' }],
  ['Khi có phát sinh', { kind: 'relative_event', direction: 'after', anchor: 'có phát sinh' }],
  ['Sau kỳ họp thứ 15', { kind: 'relative_event', direction: 'after', anchor: 'kỳ họp thứ 15' }],
  [
    'Ngay sau khi kế hoạch được ban hành',
    { kind: 'relative_event', direction: 'after', anchor: 'kế hoạch được ban hành' },
  ],
  [
    'Quý II, Quý IV/2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'quarter', start: '2025-04-01', end: '2025-06-30' },
        { kind: 'quarter', start: '2025-10-01', end: '2025-12-31' },
      ],
    },
  ],
  ['15/6 và 15/12', { kind: 'multi', parts: [{ kind: 'date' }, { kind: 'date' }] }],
  [
    '15/6/2025 và 15/12/2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'date', end: '2025-06-15' },
        { kind: 'date', end: '2025-12-15' },
      ],
    },
  ],
  [
    'Trước ngày 15/6 và trước ngày 15/12/2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'date', end: '2025-06-15', endExclusive: true },
        { kind: 'date', end: '2025-12-15', endExclusive: true },
      ],
    },
  ],
  [
    '- Lần 1: trước 15/6/2025; - Lần 2: trước 15/12/2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'date', end: '2025-06-15', endExclusive: true },
        { kind: 'date', end: '2025-12-15', endExclusive: true },
      ],
    },
  ],
  [
    'Báo cáo 6 tháng trước ngày 15/6/2025, báo cáo năm trước ngày 15/12/2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'date', end: '2025-06-15', endExclusive: true },
        { kind: 'date', end: '2025-12-15', endExclusive: true },
      ],
    },
  ],
  ['Tháng', { kind: 'fragment' }],
  ['Quý', { kind: 'fragment' }],
  ['trước ngày', { kind: 'fragment' }],
  ['tháng 6/', { kind: 'month' }],
  ['Đang thực hiện', { kind: 'none' }],
  ['Nhiệm kỳ 2020 - 2025', { kind: 'none' }],
  ['Quyết định số 468/QĐ-TTg ngày 27/3/2021', { kind: 'none' }],
  ['31/11/2024', { kind: 'none' }],
  ['30/02/2025', { kind: 'none' }],
  ['15/12/25', { kind: 'date', end: '2025-12-15' }],
  ['Quý l/2025', { kind: 'quarter', start: '2025-01-01', end: '2025-03-31' }],
  ['Quý 3/2025', { kind: 'quarter', start: '2025-07-01', end: '2025-09-30' }],
  ['Quý IV năm 2025 - Quý I năm 2026', { kind: 'range', start: '2025-10-01', end: '2026-03-31' }],
  ['Quý IV/2025 - Quý I/2026', { kind: 'range', start: '2025-10-01', end: '2026-03-31' }],
  ['Tháng 12/2025 - 3/2026', { kind: 'range', start: '2025-12-01', end: '2026-03-31' }],
  ['Tháng 10/2024 đến tháng 02/2025', { kind: 'range', start: '2024-10-01', end: '2025-02-28' }],
  ['Từ quý II/2025 đến quý IV/2025', { kind: 'range', start: '2025-04-01', end: '2025-12-31' }],
  ['Từ quý II/2025', { kind: 'range', start: '2025-04-01', openEnd: true }],
  [
    'Trong quý I, hoàn thành trước 31/3/2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'quarter', start: '2025-01-01', end: '2025-03-31' },
        { kind: 'date', end: '2025-03-31', endExclusive: true },
      ],
    },
  ],
  ['Tháng 9/2025 (sau khi có hướng dẫn)', { kind: 'month', start: '2025-09-01', end: '2025-09-30' }],
  ['Quý III/2025 và thường xuyên', { kind: 'continuous', start: '2025-07-01', end: '2025-09-30' }],
  [
    'Năm 2025 và hằng năm',
    {
      kind: 'multi',
      parts: [
        { kind: 'year', start: '2025-01-01', end: '2025-12-31' },
        { kind: 'recurring', recurrence: { freq: 'yearly' } },
      ],
    },
  ],
  ['Hằng năm, giai đoạn 2021-2025', { kind: 'recurring', recurrence: { freq: 'yearly' } }],
  ['Giai đoạn 2021-2025', { kind: 'range', start: '2021-01-01', end: '2025-12-31' }],
  [
    'Giai đoạn 2021 - 2025, định hướng đến năm 2030',
    { kind: 'range', start: '2021-01-01', end: '2025-12-31' },
  ],
  ['Trong 6 tháng đầu năm 2025', { kind: 'range', start: '2025-01-01', end: '2025-06-30' }],
  ['Trong năm', { kind: 'fragment' }],
  ['Trong năm kế hoạch', { kind: 'year' }],
  [
    'Hàng tháng, chậm nhất ngày 25',
    { kind: 'recurring', recurrence: { freq: 'monthly', by: 'chậm nhất ngày 25' } },
  ],
  [
    'Chậm nhất ngày 05 của tháng sau',
    { kind: 'recurring', recurrence: { freq: 'monthly', by: 'Chậm nhất ngày 05 của tháng sau' } },
  ],
  [
    'Chậm nhất ngày 10 tháng đầu quý sau',
    { kind: 'recurring', recurrence: { freq: 'quarterly', by: 'Chậm nhất ngày 10 tháng đầu quý sau' } },
  ],
  ['Tuần 1 tháng 6/2025', { kind: 'month', start: '2025-06-01', end: '2025-06-30' }],
  ['Tuần thứ 2 tháng 5/2025', { kind: 'month', start: '2025-05-01', end: '2025-05-31' }],
  ['Chậm nhất trong quý II/2025', { kind: 'range', end: '2025-06-30', openStart: true }],
  ['Trong vòng 03 tháng', { kind: 'relative_days', n: 3, unit: 'tháng', direction: 'after' }],
  [
    '03 tháng kể từ ngày Quyết định có hiệu lực',
    { kind: 'relative_days', n: 3, unit: 'tháng', direction: 'after', anchor: 'ngày Quyết định có hiệu lực' },
  ],
  [
    'Sau 02 tháng kể từ ngày ban hành Kế hoạch này',
    { kind: 'relative_days', n: 2, unit: 'tháng', direction: 'after', anchor: 'ngày ban hành Kế hoạch này' },
  ],
  ['Tháng 01 năm 2026', { kind: 'month', start: '2026-01-01', end: '2026-01-31' }],
  ['Trước tháng 6/2025', { kind: 'date', end: '2025-06-01', endExclusive: true }],
  ['Trước quý II/2025', { kind: 'date', end: '2025-04-01', endExclusive: true }],
  ['Trước năm 2026', { kind: 'date', end: '2026-01-01', endExclusive: true }],
  [
    'Ngày làm việc cuối cùng của tháng',
    { kind: 'recurring', recurrence: { freq: 'monthly', by: 'Ngày làm việc cuối cùng của tháng' } },
  ],
  ['Trước 10h00 ngày 15/6/2025', { kind: 'date', end: '2025-06-15' }],
  ['17h00 thứ Năm hàng tuần', { kind: 'recurring', recurrence: { freq: 'weekly', by: 'thứ Năm' } }],
  ['Từ nay đến hết năm 2025', { kind: 'range', end: '2025-12-31', openStart: true }],
  ['Từ nay đến 31/12/2025', { kind: 'date', end: '2025-12-31' }],
  ['Hoàn thành theo kế hoạch', { kind: 'by_external_plan' }],
  ['Năm 2025 (trước ngày 30/11)', { kind: 'date', end: '2025-11-30', endExclusive: true }],
  [
    'Ngay sau khi được phê duyệt, hoàn thành trong quý II/2025',
    { kind: 'quarter', start: '2025-04-01', end: '2025-06-30' },
  ],
  ['Theo thời hạn tại Quyết định số 10/QĐ-UBND', { kind: 'by_external_plan' }],
  ['Đã hoàn thành', { kind: 'none' }],
  ['Đột xuất', { kind: 'relative_event', anchor: 'Đột xuất' }],
  ['Định kỳ, đột xuất', { kind: 'recurring', recurrence: { freq: 'unspecified' } }],
  [
    'Định kỳ hàng tháng, quý và đột xuất khi có yêu cầu',
    {
      kind: 'multi',
      parts: [
        { kind: 'recurring', recurrence: { freq: 'monthly' } },
        { kind: 'recurring', recurrence: { freq: 'quarterly' } },
      ],
    },
  ],
  ['Mỗi năm 01 lần', { kind: 'recurring', recurrence: { freq: 'yearly' } }],
  ['Mỗi quý một lần', { kind: 'recurring', recurrence: { freq: 'quarterly' } }],
  ['Mỗi tháng ít nhất 01 lần', { kind: 'recurring', recurrence: { freq: 'monthly' } }],
  ['3 tháng/lần', { kind: 'recurring', recurrence: { freq: 'quarterly' } }],
  ['6 tháng/01 lần', { kind: 'recurring', recurrence: { freq: 'half_yearly' } }],
  ['01 năm/lần', { kind: 'recurring', recurrence: { freq: 'yearly' } }],
  [
    'Tháng 3, 6, 9, 12 hàng năm',
    { kind: 'recurring', recurrence: { freq: 'yearly', by: 'Tháng 3, 6, 9, 12' } },
  ],
  [
    'Tháng 3, tháng 6, tháng 9, tháng 12/2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'month', start: '2025-03-01', end: '2025-03-31' },
        { kind: 'month', start: '2025-06-01', end: '2025-06-30' },
        { kind: 'month', start: '2025-09-01', end: '2025-09-30' },
        { kind: 'month', start: '2025-12-01', end: '2025-12-31' },
      ],
    },
  ],
  ['20/11/2025', { kind: 'date', end: '2025-11-20' }],
  ['ngày 20/11', { kind: 'date' }],
  ['Trong tháng 4 - 5/2025', { kind: 'range', start: '2025-04-01', end: '2025-05-31' }],
  ['Trong Quý 4 năm 2024', { kind: 'quarter', start: '2024-10-01', end: '2024-12-31' }],
  ['HẰNG NĂM', { kind: 'recurring', recurrence: { freq: 'yearly' } }],
  ['THƯỜNG XUYÊN', { kind: 'continuous' }],
  ['năm 2026.', { kind: 'year', start: '2026-01-01', end: '2026-12-31' }],
  [
    'Tháng 6, 9 năm 2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'month', start: '2025-06-01', end: '2025-06-30' },
        { kind: 'month', start: '2025-09-01', end: '2025-09-30' },
      ],
    },
  ],
  [
    'Trước ngày 25 hằng tháng; trước ngày 20 tháng cuối quý',
    {
      kind: 'multi',
      parts: [
        { kind: 'recurring', recurrence: { freq: 'monthly', by: 'Trước ngày 25' } },
        { kind: 'recurring', recurrence: { freq: 'quarterly', by: 'trước ngày 20 tháng cuối quý' } },
      ],
    },
  ],
  [
    'Hoàn thành trước ngày 15 tháng 12 hằng năm',
    { kind: 'recurring', recurrence: { freq: 'yearly', by: 'trước ngày 15 tháng 12' } },
  ],
  [
    'Trước ngày 05/6 và 05/12 hằng năm',
    { kind: 'recurring', recurrence: { freq: 'yearly', by: 'Trước ngày 05/6 và 05/12' } },
  ],
  [
    'Báo cáo định kỳ hàng quý trước ngày 15 của tháng cuối quý',
    { kind: 'recurring', recurrence: { freq: 'quarterly', by: 'trước ngày 15 của tháng cuối quý' } },
  ],
  ['Định kỳ 06 tháng/lần', { kind: 'recurring', recurrence: { freq: 'half_yearly' } }],
  ['Ít nhất 01 lần/năm', { kind: 'recurring', recurrence: { freq: 'yearly' } }],
  ['Tối thiểu mỗi quý 01 lần', { kind: 'recurring', recurrence: { freq: 'quarterly' } }],
  ['Năm 2025 - 2026', { kind: 'range', start: '2025-01-01', end: '2026-12-31' }],
  [
    'Trong năm 2024 và 2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'year', start: '2024-01-01', end: '2024-12-31' },
        { kind: 'year', start: '2025-01-01', end: '2025-12-31' },
      ],
    },
  ],
  ['Quý I hằng năm', { kind: 'recurring', recurrence: { freq: 'yearly', by: 'Quý I' } }],
  ['Quý IV hàng năm', { kind: 'recurring', recurrence: { freq: 'yearly', by: 'Quý IV' } }],
  ['Trong Quý I hàng năm', { kind: 'recurring', recurrence: { freq: 'yearly', by: 'Quý I' } }],
  ['Tháng 12 hàng năm', { kind: 'recurring', recurrence: { freq: 'yearly', by: 'Tháng 12' } }],
  ['Tháng 01 hằng năm', { kind: 'recurring', recurrence: { freq: 'yearly', by: 'Tháng 01' } }],
  ['Từ quý I đến quý III năm 2025', { kind: 'range', start: '2025-01-01', end: '2025-09-30' }],
  ['Từ tháng 6/2025 đến khi hoàn thành', { kind: 'range', start: '2025-06-01', openEnd: true }],
  ['Từ tháng 01/2025 đến hết tháng 12/2025', { kind: 'range', start: '2025-01-01', end: '2025-12-31' }],
  ['Từ ngày 15 đến ngày 30/6/2025', { kind: 'range', start: '2025-06-15', end: '2025-06-30' }],
  ['01/7 - 31/12/2025', { kind: 'range', start: '2025-07-01', end: '2025-12-31' }],
  ['Từ 01-15/6/2025', { kind: 'range', start: '2025-06-01', end: '2025-06-15' }],
  ['Hoàn thành chậm nhất trong tháng 10/2025', { kind: 'range', end: '2025-10-31', openStart: true }],
  ['Chậm nhất đến 31/12/2025', { kind: 'date', end: '2025-12-31' }],
  ['Chậm nhất cuối quý II/2025', { kind: 'range', end: '2025-06-30', openStart: true }],
  ['Chậm nhất là ngày 30 tháng 9 năm 2025', { kind: 'date', end: '2025-09-30' }],
  ['Muộn nhất ngày 1/8/2025', { kind: 'date', end: '2025-08-01' }],
  ['Hạn cuối: 20/12/2025', { kind: 'date', end: '2025-12-20' }],
  ['Thời hạn: 20/12/2025', { kind: 'date', end: '2025-12-20' }],
  ['Hoàn thành: Quý IV/2025', { kind: 'quarter', start: '2025-10-01', end: '2025-12-31' }],
  ['Thời gian hoàn thành: trước 31/12/2025', { kind: 'date', end: '2025-12-31', endExclusive: true }],
  ['Đến ngày 31/12/2025 hoàn thành', { kind: 'date', end: '2025-12-31' }],
  [
    'Đến 30/6/2025 đạt 50%, đến 31/12/2025 đạt 100%',
    {
      kind: 'multi',
      parts: [
        { kind: 'date', end: '2025-06-30' },
        { kind: 'date', end: '2025-12-31' },
      ],
    },
  ],
  ['Xong trong Quý II', { kind: 'quarter' }],
  ['Trong Quý II và Quý III', { kind: 'multi', parts: [{ kind: 'quarter' }, { kind: 'quarter' }] }],
  [
    'Quý 2,3/2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'quarter', start: '2025-04-01', end: '2025-06-30' },
        { kind: 'quarter', start: '2025-07-01', end: '2025-09-30' },
      ],
    },
  ],
  [
    'Quý I+II/2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'quarter', start: '2025-01-01', end: '2025-03-31' },
        { kind: 'quarter', start: '2025-04-01', end: '2025-06-30' },
      ],
    },
  ],
  [
    'Quý I & II/2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'quarter', start: '2025-01-01', end: '2025-03-31' },
        { kind: 'quarter', start: '2025-04-01', end: '2025-06-30' },
      ],
    },
  ],
  [
    'Quý I, II, III, IV',
    {
      kind: 'multi',
      parts: [{ kind: 'quarter' }, { kind: 'quarter' }, { kind: 'quarter' }, { kind: 'quarter' }],
    },
  ],
  ['Các quý trong năm', { kind: 'recurring', recurrence: { freq: 'quarterly' } }],
  ['Hàng quý/năm 2025', { kind: 'recurring', recurrence: { freq: 'quarterly' } }],
  ['Cả năm', { kind: 'year' }],
  ['Suốt năm', { kind: 'continuous' }],
  ['Trong cả năm 2025', { kind: 'year', start: '2025-01-01', end: '2025-12-31' }],
  ['Năm 2025 (thường xuyên)', { kind: 'continuous', start: '2025-01-01', end: '2025-12-31' }],
  [
    'Thường xuyên, báo cáo hàng quý',
    {
      kind: 'multi',
      parts: [{ kind: 'continuous' }, { kind: 'recurring', recurrence: { freq: 'quarterly' } }],
    },
  ],
  [
    'Thường xuyên, báo cáo trước ngày 15/12',
    { kind: 'multi', parts: [{ kind: 'continuous' }, { kind: 'date', endExclusive: true }] },
  ],
  ['Liên tục trong năm 2025', { kind: 'continuous', start: '2025-01-01', end: '2025-12-31' }],
  ['Duy trì thường xuyên', { kind: 'continuous' }],
  ['Thực hiện thường xuyên', { kind: 'continuous' }],
  ['Thường xuyên và đột xuất', { kind: 'continuous' }],
  ['Thường xuyên theo quy định', { kind: 'continuous' }],
  ['Thường xuyên từ tháng 01/2025', { kind: 'continuous', start: '2025-01-01' }],
  ['Theo Quyết định của Thủ tướng Chính phủ', { kind: 'by_external_plan' }],
  ['Theo kế hoạch của Trung ương', { kind: 'by_external_plan' }],
  ['Theo chỉ đạo của UBND tỉnh', { kind: 'by_external_plan' }],
  ['Theo thời gian quy định', { kind: 'by_external_plan' }],
  ['Theo Chương trình công tác của UBND tỉnh', { kind: 'by_external_plan' }],
  ['Theo kế hoạch kiểm tra', { kind: 'by_external_plan' }],
  ['Theo kế hoạch năm 2025', { kind: 'by_external_plan' }],
  ['Theo thông báo của Sở Nội vụ', { kind: 'by_external_plan' }],
  [
    'Sau khi có kết quả thẩm định',
    { kind: 'relative_event', direction: 'after', anchor: 'có kết quả thẩm định' },
  ],
  [
    'Sau khi Bộ Nội vụ công bố kết quả',
    { kind: 'relative_event', direction: 'after', anchor: 'Bộ Nội vụ công bố kết quả' },
  ],
  ['Trước khi trình HĐND tỉnh', { kind: 'relative_event', direction: 'before', anchor: 'trình HĐND tỉnh' }],
  ['Trước khi ban hành', { kind: 'relative_event', direction: 'before', anchor: 'ban hành' }],
  ['Trong 05 ngày làm việc', { kind: 'relative_working_days', n: 5, direction: 'after' }],
  [
    'Trong thời hạn 15 ngày kể từ ngày được giao',
    { kind: 'relative_days', n: 15, direction: 'after', anchor: 'ngày được giao' },
  ],
  [
    '05 ngày sau khi kết thúc quý',
    { kind: 'relative_days', n: 5, direction: 'after', anchor: 'kết thúc quý' },
  ],
  [
    '10 ngày làm việc sau khi Chủ tịch UBND tỉnh ký ban hành',
    { kind: 'relative_working_days', n: 10, direction: 'after', anchor: 'Chủ tịch UBND tỉnh ký ban hành' },
  ],
  [
    'Trước ngày 10 của tháng tiếp theo',
    { kind: 'recurring', recurrence: { freq: 'monthly', by: 'Trước ngày 10 của tháng tiếp theo' } },
  ],
  [
    'Trước thời điểm Luật có hiệu lực 30 ngày',
    { kind: 'relative_days', n: 30, direction: 'before', anchor: 'thời điểm Luật có hiệu lực' },
  ],
  [
    'Chậm nhất sau 30 ngày kể từ ngày Luật có hiệu lực thi hành',
    { kind: 'relative_days', n: 30, direction: 'after', anchor: 'ngày Luật có hiệu lực thi hành' },
  ],
  [
    'Trong vòng một tháng kể từ ngày ký',
    { kind: 'relative_days', n: 1, unit: 'tháng', direction: 'after', anchor: 'ngày ký' },
  ],
  ['Không quá 01 ngày làm việc', { kind: 'relative_working_days', n: 1, direction: 'after' }],
  ['Nửa đầu năm 2025', { kind: 'range', start: '2025-01-01', end: '2025-06-30' }],
  [
    '6 tháng đầu và 6 tháng cuối năm 2025',
    {
      kind: 'multi',
      parts: [
        { kind: 'range', start: '2025-01-01', end: '2025-06-30' },
        { kind: 'range', start: '2025-07-01', end: '2025-12-31' },
      ],
    },
  ],
  ['6 tháng cuối năm', { kind: 'range' }],
  ['Tuần cuối tháng 6/2025', { kind: 'month', start: '2025-06-01', end: '2025-06-30' }],
  ['Giữa quý III/2025', { kind: 'quarter', start: '2025-07-01', end: '2025-09-30' }],
  ['Quý II năm 2025 (tháng 5)', { kind: 'month', start: '2025-05-01', end: '2025-05-31' }],
  ['Tháng 5 (Quý II) năm 2025', { kind: 'month', start: '2025-05-01', end: '2025-05-31' }],
  ['Ngày 19/8', { kind: 'date' }],
  ['Ngày 02/9/2025', { kind: 'date', end: '2025-09-02' }],
  ['2025-06-30', { kind: 'date', end: '2025-06-30' }],
  [
    'Năm 2025: 50%; năm 2026: 100%',
    {
      kind: 'multi',
      parts: [
        { kind: 'year', start: '2025-01-01', end: '2025-12-31' },
        { kind: 'year', start: '2026-01-01', end: '2026-12-31' },
      ],
    },
  ],
  ['Giai đoạn 2025-2030', { kind: 'range', start: '2025-01-01', end: '2030-12-31' }],
  ['Đến năm 2025, tầm nhìn đến 2030', { kind: 'range', end: '2025-12-31', openStart: true }],
  ['Thực hiện trong giai đoạn 2022 – 2025', { kind: 'range', start: '2022-01-01', end: '2025-12-31' }],
  ['Hằng năm (2021 - 2025)', { kind: 'recurring', recurrence: { freq: 'yearly' } }],
  ['Hàng năm, đến năm 2030', { kind: 'recurring', recurrence: { freq: 'yearly' } }],
  ['TRONG NĂM 2025', { kind: 'year', start: '2025-01-01', end: '2025-12-31' }],
  ['Trong  quý   IV / 2025', { kind: 'quarter', start: '2025-10-01', end: '2025-12-31' }],
  ['QUÝ IV-2025', { kind: 'quarter', start: '2025-10-01', end: '2025-12-31' }],
  ['Quý IV.2025', { kind: 'quarter', start: '2025-10-01', end: '2025-12-31' }],
  ['Tháng 12-2025', { kind: 'month', start: '2025-12-01', end: '2025-12-31' }],
  ['Tháng 12.2025', { kind: 'month', start: '2025-12-01', end: '2025-12-31' }],
  ['12.2025', { kind: 'month', start: '2025-12-01', end: '2025-12-31' }],
  ['Tháng Mười hai', { kind: 'month' }],
  ['Tháng Sáu năm 2025', { kind: 'month', start: '2025-06-01', end: '2025-06-30' }],
  ['Quý một', { kind: 'quarter' }],
  ['Quý bốn/2025', { kind: 'quarter', start: '2025-10-01', end: '2025-12-31' }],
  [
    'ngày cuối cùng của quý',
    { kind: 'recurring', recurrence: { freq: 'quarterly', by: 'ngày cuối cùng của quý' } },
  ],
  [
    'Ngày 10 hàng tháng và ngày 15 tháng cuối quý',
    { kind: 'recurring', recurrence: { freq: 'monthly', by: 'Ngày 10' } },
  ],
];
