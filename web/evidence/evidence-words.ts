import type { Evidence } from '#contract/evidence.ts';
import { FACT_NAMES, type FactName } from '#domain/evidence/document-facts.ts';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';

export const DAY_FACTS: readonly FactName[] = ['issuedOn', 'validFrom', 'validTo'];

export function formatFactName(fact: FactName): string {
  switch (fact) {
    case 'number':
      return t('Số, ký hiệu');
    case 'issuedOn':
      return t('Ngày ban hành');
    case 'issuer':
      return t('Nơi ban hành');
    case 'signer':
      return t('Người ký');
    case 'type':
      return t('Loại văn bản');
    case 'title':
      return t('Trích yếu');
    case 'validFrom':
      return t('Có hiệu lực từ ngày');
    case 'validTo':
      return t('Có hiệu lực đến hết ngày');
  }
}

export function formatFact(fact: FactName, value: string): string {
  return DAY_FACTS.includes(fact) ? formatDay(value) : value;
}

/** The facts of a document in one line: "45/BC-STP · 15/06/2026 · SỞ TƯ PHÁP". */
export function formatFacts({ facts }: Evidence): string {
  const shown: readonly FactName[] = ['type', 'number', 'issuedOn', 'issuer', 'signer'];
  return shown
    .flatMap((fact) => {
      const value = facts[fact]?.value ?? null;
      return value === null ? [] : [formatFact(fact, value)];
    })
    .join(' · ');
}

export function listFacts({ facts }: Evidence) {
  return FACT_NAMES.flatMap((name) => {
    const fact = facts[name];
    return fact === undefined ? [] : [{ name, fact }];
  });
}

export function formatReading(reading: Evidence['reading']): string | undefined {
  switch (reading) {
    case 'pending':
      return t('Đang đọc nội dung…');
    case 'too-long':
      return t('Tệp quá lớn để đọc nội dung.');
    case 'no-text':
      return t('Không có chữ để đọc.');
    case 'encrypted':
    case 'damaged':
    case 'read':
      return undefined;
  }
}

/** Bytes as people count them: "350 KB", "2,4 MB". */
export function formatSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${formatNumber(Math.max(1, Math.round(bytes / 1024)))} KB`;
  return `${formatNumber(Math.round((bytes / 1024 / 1024) * 10) / 10)} MB`;
}
