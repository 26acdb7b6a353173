import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';

export interface DocumentWords {
  readonly above?: string;
  readonly issuer: string;
  readonly number: string;
  readonly placeAndDate: string;
  readonly type: string;
  readonly title: string;
  readonly body: readonly string[];
  readonly post: string;
  readonly signer: string;
}

export const A_REPORT: DocumentWords = {
  above: 'UBND TỈNH LẠNG SƠN',
  issuer: 'SỞ TƯ PHÁP',
  number: 'Số: 45/BC-STP',
  placeAndDate: 'Lạng Sơn, ngày 15 tháng 6 năm 2026',
  type: 'BÁO CÁO',
  title: 'Kết quả rà soát văn bản quy phạm pháp luật quý II năm 2026',
  body: ['Sở Tư pháp đã rà soát 84 văn bản, đề nghị bãi bỏ 03 văn bản hết hiệu lực.'],
  post: 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC',
  signer: 'Lương Thị Hòa',
};

/** A Word document in the form of NĐ 30/2020, its head and foot in tables without borders. */
export async function makeDocx(words: DocumentWords): Promise<Uint8Array> {
  const cell = (text: string) =>
    new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)) });
  const table = (...rows: readonly (readonly string[])[]) =>
    new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cell) })) });
  const document = new Document({
    sections: [
      {
        children: [
          table(
            [
              [words.above ?? '', words.issuer].filter((line) => line !== '').join('\n'),
              'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
            ],
            [words.number, words.placeAndDate],
          ),
          new Paragraph(words.type),
          new Paragraph(words.title),
          ...words.body.map((line) => new Paragraph(line)),
          table(['Nơi nhận:\n- Như trên;\n- Lưu: VT.', `${words.post}\n\n\n${words.signer}`]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** A PDF with a text layer: lines one below the other, written by hand (ISO 32000-1, 7.5), letters by their names. */
export function makePdf(lines: readonly string[]): Uint8Array {
  const letters = [...new Set(lines.join(''))];
  if (letters.length > 200) throw new Error('too many different letters for one simple font');
  const codeOf = (letter: string) => 40 + letters.indexOf(letter);
  const names = letters.map((letter) => `/uni${hex(letter.codePointAt(0) ?? 0, 4)}`).join(' ');
  const content = lines
    .map((line, at) => {
      const codes = [...line].map((letter) => hex(codeOf(letter), 2)).join('');
      return `BT /F 11 Tf 60 ${780 - at * 18} Td <${codes}> Tj ET`;
    })
    .join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [40 ${names}] >> >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F 3 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`,
    'latin1',
  );
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, '0');
}
