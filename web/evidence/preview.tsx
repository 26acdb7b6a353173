import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { EvidencePreview } from '#contract/evidence.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Loaded, Loading } from '../ui/state.tsx';
import { previewQuery } from './evidence-queries.ts';

const PdfView = lazy(async () => ({ default: (await import('./pdf-view.tsx')).PdfView }));

interface PreviewProps {
  readonly evidenceId: string;
  readonly version: number;
}

/** What a file shows: pages of a PDF and pictures as they are, the words and tables of Word and Excel. */
export function Preview({ evidenceId, version }: PreviewProps) {
  const preview = useQuery(previewQuery(evidenceId, version));
  const address = `${paths.evidenceFile(evidenceId, version)}?show=1`;
  return <Loaded query={preview}>{(held) => <Shown held={held} address={address} />}</Loaded>;
}

function Shown({ held, address }: { readonly held: EvidencePreview; readonly address: string }) {
  switch (held.kind) {
    case 'pdf':
      return (
        <Suspense fallback={<Loading />}>
          <PdfView address={address} name={held.name} />
        </Suspense>
      );
    case 'png':
    case 'jpeg':
    case 'webp':
      return <img className="evidence-picture" src={address} alt={held.name} />;
    case 'heic':
      return (
        <>
          <img className="evidence-picture" src={address} alt={held.name} />
          <p className="dim">{t('Nếu không thấy ảnh HEIC trên trình duyệt này, hãy tải về để xem.')}</p>
        </>
      );
    case 'docx':
    case 'xlsx':
      return <Words held={held} />;
  }
}

function Words({ held: { blocks, reading, isCut } }: { readonly held: EvidencePreview }) {
  if (reading === 'pending')
    return <p className="dim">{t('Nội dung đang được đọc. Hãy mở lại sau ít giây.')}</p>;
  if (blocks.length === 0) return <p className="dim">{t('Không đọc được chữ nào. Hãy tải về để xem.')}</p>;
  return (
    <div className="evidence-words">
      {blocks.map((block, at) =>
        block.type === 'paragraph' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a document does not change while it is looked at
          <p key={at}>{block.text}</p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: likewise
          <div key={at} className="source-scroll">
            <table className="source-table">
              <tbody>
                {block.rows.map((row, nth) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: likewise
                  <tr key={nth}>
                    {row.map(({ text, colSpan, rowSpan }, place) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: likewise
                      <td key={place} colSpan={colSpan} rowSpan={rowSpan}>
                        {text}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ),
      )}
      {isCut ? <p className="dim">{t('Chỉ hiện phần đầu. Hãy tải về để xem hết.')}</p> : null}
    </div>
  );
}
