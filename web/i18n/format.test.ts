import { describe, expect, test } from 'vitest';
import { formatDay, formatInstant, formatNumber, parseDay, parseNumber } from './format.ts';

describe('days, instants and numbers are written as Vietnamese documents write them', () => {
  test('a day', () => expect(formatDay('2024-06-03')).toBe('03/06/2024'));
  test('an instant, on the clock of Việt Nam', () =>
    expect(formatInstant('2026-11-24T23:50:20.251Z')).toBe('25/11/2026 06:50'));
  test.each([
    [1234.5, '1.234,5'],
    [0, '0'],
    [10000, '10.000'],
  ])('%s', (value, written) => expect(formatNumber(value)).toBe(written));
});

describe('a day typed by hand', () => {
  test.each([
    ['3/6/2024', '2024-06-03'],
    [' 03-06-2024 ', '2024-06-03'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2023', undefined],
    ['31/04/2024', undefined],
    ['2024-06-03', undefined],
    ['6/2024', undefined],
  ])('%s', (typed, iso) => expect(parseDay(typed)).toBe(iso));
});

describe('a number typed by hand', () => {
  test.each([
    ['5', 5],
    [' 1.234,5 ', 1234.5],
    ['1234,5', 1234.5],
    ['0', 0],
    ['1,234.5', undefined],
    ['12.34', undefined],
    ['-3', undefined],
    ['ba', undefined],
    ['', undefined],
  ])('%j', (typed, value) => expect(parseNumber(typed)).toBe(value));
});
