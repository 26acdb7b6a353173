import { i18n } from '@lingui/core';

export type Locale = 'vi' | 'en';

const STORED = 'don-doc.locale';

// The library brings a parser of plural and select forms; the sentences here only fill in {names}.
i18n.setMessagesCompiler((message) =>
  message
    .split(/\{(\w+)\}/)
    .map((part, at): string | [string] => (at % 2 === 0 ? part : [part]))
    .filter((part) => part !== ''),
);
i18n.load('vi', {});
i18n.activate('vi');

/** The sentence in the language of the reader; Vietnamese sentences are their own keys. */
export function t(sentence: string, values?: Readonly<Record<string, string | number>>): string {
  return values === undefined ? i18n._(sentence) : i18n._(sentence, values);
}

export function getLocale(): Locale {
  return i18n.locale === 'en' ? 'en' : 'vi';
}

export function findStoredLocale(): Locale {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'vi';
}

/** English is loaded only for who asks for it. */
export async function updateLocale(locale: Locale): Promise<void> {
  if (locale === 'en') i18n.load('en', (await import('./messages.en.ts')).messages);
  localStorage.setItem(STORED, locale);
  document.documentElement.lang = locale;
  i18n.activate(locale);
}
