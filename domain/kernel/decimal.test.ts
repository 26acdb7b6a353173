import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, compareDecimals, multiply, parseDecimal, writeDecimal, ZERO } from './decimal.ts';

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.nat(9))
  .map(([units, scale]) => parseDecimal(writeDecimal({ units, scale })));

test.each([
  ['0.1 and 0.2 are exactly 0.3', '0.1', '0.2', '0.3'],
  [
    'a sum in đồng beyond what a float holds keeps its last đồng',
    '9007199254740993',
    '0.0001',
    '9007199254740993.0001',
  ],
  ['opposites leave nothing', '-12.50', '12.5', '0'],
])('%s', (_why, one, other, sum) => {
  expect(writeDecimal(add(parseDecimal(one), parseDecimal(other)))).toBe(sum);
});

test.each(['', '1,5', '1e3', '.5', 'NaN', '1.'])('"%s" is not a decimal', (text) => {
  expect(() => parseDecimal(text)).toThrow(RangeError);
});

test('what is written is read back alike, however many zeroes it was written with', () => {
  fc.assert(
    fc.property(decimals, fc.nat(5), (number, zeroes) => {
      const text = writeDecimal(number);
      expect(parseDecimal(text)).toEqual(number);
      if (number.scale > 0) expect(parseDecimal(text + '0'.repeat(zeroes))).toEqual(number);
    }),
  );
});

test('adding and multiplying obey the laws of numbers', () => {
  fc.assert(
    fc.property(decimals, decimals, decimals, (a, b, c) => {
      expect(add(a, b)).toEqual(add(b, a));
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
      expect(multiply(add(a, b), c)).toEqual(add(multiply(a, c), multiply(b, c)));
      expect(add(a, ZERO)).toEqual(a);
      expect(Math.sign(compareDecimals(a, b)) + Math.sign(compareDecimals(b, a))).toBe(0);
    }),
  );
});
