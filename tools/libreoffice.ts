import { existsSync } from 'node:fs';
import { installPackages } from './apt.ts';

const PLACES = [
  '/usr/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
];

/** Path of a LibreOffice: named by SOFFICE, on the system, or installed by apt where that is allowed. */
export function ensureLibreOffice(): string {
  const found = findLibreOffice();
  if (found !== undefined) return found;
  console.log('\n— no LibreOffice found; installing one');
  installPackages('libreoffice-writer-nogui');
  // The measures of Times New Roman with the Vietnamese letters; the package was renamed between releases.
  if (!installPackages('fonts-liberation2')) installPackages('fonts-liberation');
  const installed = findLibreOffice();
  if (installed === undefined)
    throw new Error(
      'Không tìm thấy LibreOffice để thử mở công văn. Hãy cài LibreOffice Writer hoặc đặt biến SOFFICE. / No LibreOffice: install Writer or set SOFFICE.',
    );
  return installed;
}

function findLibreOffice(): string | undefined {
  return [process.env['SOFFICE'], ...PLACES].find(
    (place) => place !== undefined && place !== '' && existsSync(place),
  );
}
