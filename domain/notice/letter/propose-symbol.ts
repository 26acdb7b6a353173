/** Of an agency the first letters of its words, as its papers carry it: "Sở Nội vụ" is "SNV"; its unit for the reform follows. */
export function proposeSymbol(agencyName: string): string {
  const initials = agencyName
    .split(/[\s,\-–]+/)
    .map((word) => /^\p{L}/u.exec(word)?.[0] ?? '')
    .join('')
    .toLocaleUpperCase('vi');
  return initials === '' ? 'CCHC' : `${initials}-CCHC`;
}
