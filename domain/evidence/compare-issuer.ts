import { fold } from '../kernel/text.ts';

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\bhdnd\b/g, 'hoi dong nhan dan'],
  [/\bvp\b/g, 'van phong'],
  [/\btp\b/g, 'thanh pho'],
];

/** Whether two names are of the same agency, one perhaps with its province after it: "Sở Nội vụ tỉnh Lạng Sơn". */
export function isLikeName(a: string, b: string): boolean {
  const [one, other] = [comparable(a), comparable(b)];
  if (one === '' || other === '') return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return (
    long === short ||
    (long.startsWith(`${short} tinh `) && !short.endsWith('tinh')) ||
    isWithPlace(short, long)
  );
}

/** "Ủy ban nhân dân tỉnh" is that of the one province there is. */
function isWithPlace(short: string, long: string): boolean {
  return short.endsWith(' tinh') && long.startsWith(`${short} `);
}

function comparable(name: string): string {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return SHORT.reduce((text, [from, to]) => text.replace(from, to), words);
}
