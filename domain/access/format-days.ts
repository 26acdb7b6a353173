/** A spell as people write it: "từ 01/3/2025", "từ 01/3/2025 đến 30/6/2025". Takes ISO days. */
export function formatDays({
  validFrom,
  validTo,
}: {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}): string {
  const parts = [
    validFrom === null ? [] : [`từ ${formatDay(validFrom)}`],
    validTo === null ? [] : [`đến ${formatDay(validTo)}`],
  ].flat();
  return parts.length === 0 ? 'không rõ ngày' : parts.join(' ');
}

export function formatDay(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${day}/${month}/${year}`;
}
