/** An exact decimal number: units / 10^scale. Kept without trailing zeroes, so that equal numbers are alike. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { units: 0n, scale: 0 };

const WRITTEN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** From digits with a point ("-1234.50"), as PostgreSQL writes a numeric; anything else is a bug of the caller. */
export function parseDecimal(text: string): Decimal {
  const [, sign, whole, part = ''] = WRITTEN.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`"${text}" is not a decimal number`);
  const units = BigInt(whole + part);
  return shorten(sign === '-' ? -units : units, part.length);
}

export function writeDecimal({ units, scale }: Decimal): string {
  if (scale === 0) return units.toString();
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

export function add(one: Decimal, other: Decimal): Decimal {
  const scale = Math.max(one.scale, other.scale);
  return shorten(unitsAt(one, scale) + unitsAt(other, scale), scale);
}

export function multiply(one: Decimal, other: Decimal): Decimal {
  return shorten(one.units * other.units, one.scale + other.scale);
}

/** Below zero where the first is smaller, above where it is greater. */
export function compareDecimals(one: Decimal, other: Decimal): number {
  const scale = Math.max(one.scale, other.scale);
  const [first, second] = [unitsAt(one, scale), unitsAt(other, scale)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function unitsAt({ units, scale }: Decimal, wanted: number): bigint {
  return scale === wanted ? units : units * 10n ** BigInt(wanted - scale);
}

function shorten(units: bigint, scale: number): Decimal {
  let [left, places] = [units, scale];
  while (places > 0 && left % 10n === 0n) {
    left /= 10n;
    places -= 1;
  }
  return { units: left, scale: places };
}
