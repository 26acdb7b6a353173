import './evidence.css';
import { Button, Progress, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useId, useState } from 'react';
import type { EvidenceItem, EvidenceOfPart } from '#contract/evidence.ts';
import type { EvidencePlace } from '../evidence-slot.tsx';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { useLine } from '../line.ts';
import { Choice } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Loaded, Loading } from '../ui/state.tsx';
import { ClaimView } from './claim-view.tsx';
import { DropZone } from './drop-zone.tsx';
import { evidenceQuery } from './evidence-queries.ts';
import { type Sending, useSendFiles } from './use-send-files.ts';

// Needs the line anyway.
const ClaimExisting = lazy(async () => ({ default: (await import('./claim-existing.tsx')).ClaimExisting }));

/** The documents that prove a part, or one thing due of it: handing in, what they say, and what they lack. */
export function EvidencePanel(place: EvidencePlace) {
  const query = useQuery(evidenceQuery(place));
  const title = useId();
  const n = query.data?.claims.length;
  return (
    <section
      className="evidence-panel"
      aria-labelledby={title}
      // The panel may stand within a form of its page, which is not sent by what is done in here.
      onSubmit={(event) => event.stopPropagation()}
    >
      <h3 className="role-title" id={title}>
        {t('Tài liệu kiểm chứng')}
        {n === undefined ? '' : ` (${formatNumber(n)})`}
      </h3>
      <Loaded query={query}>{(held) => <Held held={held} />}</Loaded>
    </section>
  );
}

function Held({ held: { items, claims, maxBytes } }: { readonly held: EvidenceOfPart }) {
  const [chosen, setChosen] = useState<string>();
  const { sendings, add, drop } = useSendFiles(maxBytes);
  const open = items.filter(({ mayAttach }) => mayAttach);
  const item = open.find(({ id }) => id === chosen) ?? open[0];
  return (
    <>
      {claims.length === 0 ? (
        <p className="dim small">{t('Chưa có tài liệu nào.')}</p>
      ) : (
        <ul className="plain evidence-list">
          {claims.map((claim) => (
            <li key={claim.claimId}>
              <ClaimView
                claim={claim}
                isLabelled={items.length > 1}
                onVersion={(files) => {
                  const of = items.find(({ id }) => id === claim.dueItemId);
                  if (of !== undefined) add(files, of, claim.evidence.id);
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <SendingList sendings={sendings} onDrop={drop} />
      {open.length > 1 ? (
        <Choice
          label={t('Nộp cho')}
          placeholder={t('Chọn mốc')}
          value={item?.id}
          options={open.map(({ id, label }) => ({ value: id, label }))}
          onChoose={setChosen}
        />
      ) : null}
      {item === undefined ? (
        <WhyNot items={items} />
      ) : (
        <Zone
          item={item}
          heldIds={claims.filter(({ dueItemId }) => dueItemId === item.id).map(({ evidence }) => evidence.id)}
          maxBytes={maxBytes}
          onFiles={add}
        />
      )}
    </>
  );
}

function Zone({
  item,
  heldIds,
  maxBytes,
  onFiles,
}: {
  readonly item: EvidenceItem;
  /** Documents that stand there already. */
  readonly heldIds: readonly string[];
  readonly maxBytes: number;
  readonly onFiles: (files: readonly File[], item: EvidenceItem) => void;
}) {
  const isUp = useLine();
  const [isChoosing, setChoosing] = useState(false);
  const close = () => setChoosing(false);
  const mb = formatNumber(Math.floor(maxBytes / 1024 / 1024));
  return (
    <>
      <DropZone
        label={t('Thêm tài liệu cho {label}', { label: item.label })}
        onFiles={(files) => onFiles(files, item)}
        beside={
          <Button variant="default" size="xs" disabled={!isUp} onClick={() => setChoosing(true)}>
            {t('Dùng tài liệu đã có')}
          </Button>
        }
      >
        {t('Thả, dán hoặc chọn nhiều tệp: PDF, Word, Excel, ảnh; mỗi tệp tối đa {mb} MB.', { mb })}{' '}
        {isUp ? '' : t('Không có mạng: tệp được giữ trong máy này và tự gửi khi có mạng.')}
      </DropZone>
      <Dialog title={t('Dùng tài liệu đã có')} isOpen={isChoosing} onClose={close} size="lg">
        <Suspense fallback={<Loading />}>
          <ClaimExisting item={item} heldIds={heldIds} onDone={close} />
        </Suspense>
      </Dialog>
    </>
  );
}

function WhyNot({ items }: { readonly items: readonly EvidenceItem[] }) {
  const why = items.find((item) => item.why !== null)?.why ?? undefined;
  if (why === undefined) return null;
  return (
    <Tooltip label={why} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      <Button
        variant="default"
        size="xs"
        data-disabled
        aria-disabled
        onClick={(event) => event.preventDefault()}
      >
        {t('Thêm tài liệu')}
      </Button>
    </Tooltip>
  );
}

function SendingList({
  sendings,
  onDrop,
}: {
  readonly sendings: readonly Sending[];
  readonly onDrop: (id: string) => void;
}) {
  return (
    <ul className="plain evidence-sending" aria-live="polite">
      {sendings.map(({ id, name, share, failures }) => {
        const percent = Math.round(share * 100);
        return (
          <li key={id}>
            <span className="evidence-name">{name}</span>
            {failures === undefined ? (
              <>
                <Progress
                  value={percent}
                  aria-label={t('Đang gửi {name}', { name })}
                  className="evidence-progress"
                  animated={percent === 100}
                />
                <span className="small">{formatNumber(percent)} %</span>
              </>
            ) : (
              <span role="alert" className="evidence-refused">
                {failures.join(' ')}
              </span>
            )}
            <Button size="compact-xs" variant="subtle" onClick={() => onDrop(id)}>
              {failures === undefined ? t('Dừng') : t('Bỏ qua')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
