import { expect, test } from 'vitest';
import { parseText } from './parse-text.ts';

test('lines with tabs are a table, an empty line ends it, other lines are paragraphs', () => {
  const { blocks } = parseText('\ufeffKẾ HOẠCH\r\n\r\nSTT\tViệc\r\n1\tHọp\r\n\r\n2\tBáo cáo');
  expect(blocks.map((block) => (block.type === 'table' ? block.rows.length : block.text))).toEqual([
    'KẾ HOẠCH',
    2,
    1,
  ]);
});

test('each cell knows its line and column', () => {
  const [table] = parseText('STT\tViệc\n1\tHọp').blocks;
  expect(table?.type === 'table' ? table.rows[1]?.cells[1] : undefined).toEqual({
    text: 'Họp',
    place: { line: 2, column: 2 },
  });
});

test('a quoted cell copied from a sheet goes over several lines', () => {
  const [table] = parseText('1\t"Sở Nội vụ\nSở ""Tài chính"""\tQuý I\n2\tx\ty').blocks;
  const rows = table?.type === 'table' ? table.rows : [];
  expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['1', 'Sở Nội vụ\nSở "Tài chính"', 'Quý I'],
    ['2', 'x', 'y'],
  ]);
});

test('a quote that never closes is a quote', () => {
  const [table] = parseText('1\t"Sở Nội vụ\n2\tx').blocks;
  expect(table?.type === 'table' ? table.rows.length : 0).toBe(2);
});
