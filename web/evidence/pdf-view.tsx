import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { Failure, Loading } from '../ui/state.tsx';

GlobalWorkerOptions.workerSrc = worker;

/** More pages are for the file itself. */
const MOST_PAGES = 50;

/** A PDF drawn page by page onto canvases: nothing of the file itself runs, whatever the browser's own viewer would do. */
export function PdfView({ address, name }: { readonly address: string; readonly name: string }) {
  const [held, setHeld] = useState<PDFDocumentProxy | 'failed'>();
  // The library loads and lets go of the file by itself.
  useEffect(() => {
    const task = getDocument({ url: address, isEvalSupported: false, useWasm: false, verbosity: 0 });
    let isOver = false;
    task.promise.then(
      (opened) => (isOver ? undefined : setHeld(opened)),
      () => (isOver ? undefined : setHeld('failed')),
    );
    return () => {
      isOver = true;
      void task.destroy();
    };
  }, [address]);
  if (held === undefined) return <Loading />;
  if (held === 'failed')
    return (
      <Failure
        title={t('Không mở được')}
        sentences={[t('Tệp PDF này không hiện được ở đây. Hãy tải về để xem.')]}
      />
    );
  const shown = Math.min(held.numPages, MOST_PAGES);
  return (
    <div className="evidence-pdf">
      {Array.from({ length: shown }, (_, at) => (
        <PdfPage
          // biome-ignore lint/suspicious/noArrayIndexKey: pages keep their numbers
          key={at}
          document={held}
          number={at + 1}
          label={t('{name}, trang {n}', { name, n: formatNumber(at + 1) })}
        />
      ))}
      {shown < held.numPages ? <p className="dim">{t('Chỉ hiện phần đầu. Hãy tải về để xem hết.')}</p> : null}
    </div>
  );
}

function PdfPage({
  document,
  number,
  label,
}: {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly label: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  // Drawn when it comes into view: an old PC does not draw fifty pages at once.
  useEffect(() => {
    const held = canvas.current;
    if (held === null) return;
    let stop = () => {};
    const seen = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true) return;
      seen.disconnect();
      stop = drawPage(document, number, held);
    });
    seen.observe(held);
    return () => {
      seen.disconnect();
      stop();
    };
  }, [document, number]);
  return (
    <canvas ref={canvas} role="img" aria-label={label} className="evidence-page" width={595} height={842} />
  );
}

function drawPage(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): () => void {
  let cancel = () => {};
  let isOver = false;
  void document.getPage(number).then((page) => {
    if (isOver) return;
    const wide = canvas.clientWidth === 0 ? 800 : canvas.clientWidth;
    const scale = (wide / page.getViewport({ scale: 1 }).width) * Math.min(2, window.devicePixelRatio);
    const viewport = page.getViewport({ scale });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const task = page.render({ canvas, viewport });
    cancel = () => task.cancel();
    // A page that is let go of while it is drawn is no fault.
    task.promise.then(
      () => canvas.setAttribute('data-drawn', 'true'),
      () => undefined,
    );
  });
  return () => {
    isOver = true;
    cancel();
  };
}
