/**
 * The cells of a table as it is pasted from a spreadsheet (tabs) or saved as CSV (commas or semicolons), quoted
 * cells with line ends inside them too. Rows without any word are left out; each keeps its number, from 1.
 */
export function readCells(
  text: string,
): readonly { readonly row: number; readonly cells: readonly string[] }[] {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [firstLine = ''] = plain.split('\n');
  const between = ['\t', ';', ','].find((sign) => firstLine.includes(sign)) ?? '\t';
  const rows: string[][] = [[]];
  // Each step takes one cell, quoted or not, and the sign after it.
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${between}\\n]*))(${between}|\\n|$)`, 'gy');
  for (let match = cell.exec(plain); match !== null; match = cell.exec(plain)) {
    const [, quoted, bare, sign] = match;
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? bare ?? '').trim());
    if (sign === '\n') rows.push([]);
    if (sign === '' || cell.lastIndex > plain.length) break;
  }
  return rows
    .map((cells, at) => ({ row: at + 1, cells }))
    .filter(({ cells }) => cells.some((one) => one !== ''));
}
