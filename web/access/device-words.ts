import { t } from '../i18n/translate.ts';

const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/coc_coc_browser|CocCoc/i, 'Cốc Cốc'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

/** The browser and system a session was opened with, as far as they tell it themselves. */
export function formatDevice(agent: string | null): string {
  const find = (known: readonly (readonly [RegExp, string])[]) =>
    known.find(([sign]) => sign.test(agent ?? ''))?.[1];
  const [browser, system] = [find(BROWSERS), find(SYSTEMS)];
  if (browser === undefined && system === undefined) return t('Thiết bị không rõ');
  return [browser, system].filter((part) => part !== undefined).join(' · ');
}
