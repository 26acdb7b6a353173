import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ClaimedEvidence } from '#contract/evidence.ts';
import { explainFailure } from '../api.ts';
import { downloadFile } from '../download.ts';
import { formatInstant, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Chip } from '../ui/chip.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/state.tsx';
import { formatFacts, formatReading, formatSize } from './evidence-words.ts';
import { FactsForm } from './facts-form.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { VersionList } from './version-list.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

interface ClaimViewProps {
  readonly claim: ClaimedEvidence;
  /** Whether to say for which of several things it is. */
  readonly isLabelled: boolean;
  readonly onVersion: (files: readonly File[]) => void;
}

type Opened = 'preview' | 'facts' | 'versions' | 'withdraw';

/** One document that was handed in: what it says of itself, what it lacks, and what can be done with it. */
export function ClaimView({ claim, isLabelled, onVersion }: ClaimViewProps) {
  const { evidence, findings, may } = claim;
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const reading = formatReading(evidence.reading);
  const facts = formatFacts(evidence);
  return (
    <article className="evidence" aria-label={evidence.name}>
      <div className="evidence-head">
        <button type="button" className="link evidence-name" onClick={() => setOpened('preview')}>
          {evidence.name}
        </button>
        {isLabelled ? <Chip>{claim.label}</Chip> : null}
        {evidence.version > 1 ? <Chip>{t('bản {n}', { n: formatNumber(evidence.version) })}</Chip> : null}
        {evidence.validity === 'ended' ? <Chip tone="warn">{t('hết hiệu lực')}</Chip> : null}
      </div>
      <p className="small dim evidence-line">
        {formatSize(evidence.size)} · {claim.actor} · {formatInstant(claim.claimedAt)}
      </p>
      {reading === undefined ? null : <p className="small dim evidence-line">{reading}</p>}
      {facts === '' ? null : <p className="small evidence-line">{facts}</p>}
      {findings.length === 0 ? null : (
        <ul className="plain evidence-findings" aria-label={t('Cần xem lại trước khi nộp')}>
          {findings.map(({ code, severity, message, remedy }) => (
            <li key={code} data-severity={severity}>
              <strong>{message}</strong> {remedy}
            </li>
          ))}
        </ul>
      )}
      <ClaimActs claim={claim} onOpen={setOpened} onVersion={onVersion} />
      <Dialog title={t('Thông tin văn bản')} isOpen={opened === 'facts'} onClose={close} size="lg">
        <FactsForm evidence={evidence} mayCorrect={may.correct} onDone={close} />
      </Dialog>
      <Dialog
        title={t('Các bản của {name}', { name: evidence.name })}
        isOpen={opened === 'versions'}
        onClose={close}
        size="lg"
      >
        <VersionList evidenceId={evidence.id} />
      </Dialog>
      <Dialog title={t('Rút {name}', { name: evidence.name })} isOpen={opened === 'withdraw'} onClose={close}>
        <WithdrawForm claimId={claim.claimId} onDone={close} />
      </Dialog>
      {opened === 'preview' ? (
        <PreviewDialog
          evidenceId={evidence.id}
          version={evidence.version}
          name={evidence.name}
          onClose={close}
        />
      ) : null}
    </article>
  );
}

function ClaimActs({
  claim: { evidence, may },
  onOpen,
  onVersion,
}: {
  readonly claim: ClaimedEvidence;
  readonly onOpen: (opened: Opened) => void;
  readonly onVersion: (files: readonly File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const download = useMutation({
    mutationFn: () => downloadFile(paths.evidenceFile(evidence.id, evidence.version)),
  });
  const name = evidence.name;
  return (
    <Group gap={4} className="no-print">
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t('Tải về {name}', { name })}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {t('Tải về')}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t('Thông tin văn bản {name}', { name })}
        onClick={() => onOpen('facts')}
      >
        {t('Thông tin')}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t('Các bản của {name}', { name })}
        onClick={() => onOpen('versions')}
      >
        {t('Các bản')}
      </Button>
      {may.replace ? (
        <>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('Nộp bản mới của {name}', { name })}
            onClick={() => input.current?.click()}
          >
            {t('Nộp bản mới')}
          </Button>
          <input
            ref={input}
            type="file"
            aria-label={t('Bản mới của {name}', { name })}
            className="visually-hidden"
            tabIndex={-1}
            onChange={(event) => {
              onVersion([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
        </>
      ) : null}
      {may.withdraw ? (
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          aria-label={t('Rút {name}', { name })}
          onClick={() => onOpen('withdraw')}
        >
          {t('Rút')}
        </Button>
      ) : null}
      {download.error === null ? null : (
        <Failure title={t('Không tải được')} sentences={explainFailure(download.error)} />
      )}
    </Group>
  );
}
