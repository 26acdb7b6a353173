import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { downloadFile } from '../download.ts';
import { formatInstant, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Loaded } from '../ui/state.tsx';
import { evidenceDetailQuery } from './evidence-queries.ts';
import { formatFact, formatFactName, formatSize } from './evidence-words.ts';
import { Preview } from './preview.tsx';

/** Every file a document was handed in as, the last first, and what people set right of it. */
export function VersionList({ evidenceId }: { readonly evidenceId: string }) {
  const detail = useQuery(evidenceDetailQuery(evidenceId));
  const [shown, setShown] = useState<number>();
  return (
    <Loaded query={detail}>
      {({ versions, corrections, claims }) => (
        <>
          <ul className="plain evidence-versions">
            {versions.map(({ number, name, size, actor, recordedAt }) => (
              <li key={number}>
                <strong>{t('Bản {n}', { n: formatNumber(number) })}</strong> {name}{' '}
                <span className="small dim">
                  {formatSize(size)} · {actor} · {formatInstant(recordedAt)}
                </span>{' '}
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-expanded={shown === number}
                  onClick={() => setShown(shown === number ? undefined : number)}
                >
                  {t('Xem')}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => void downloadFile(paths.evidenceFile(evidenceId, number))}
                >
                  {t('Tải về')}
                </Button>
                {shown === number ? <Preview evidenceId={evidenceId} version={number} /> : null}
              </li>
            ))}
          </ul>
          {corrections.length === 0 ? null : (
            <ul className="plain small">
              {corrections.map(({ fact, value, actor, recordedAt }) => (
                <li key={`${fact} ${recordedAt}`}>
                  {formatFactName(fact)}: {value === null ? '–' : formatFact(fact, value)}{' '}
                  <span className="dim">
                    {actor} · {formatInstant(recordedAt)}
                  </span>
                </li>
              ))}
            </ul>
          )}
          <ul className="plain small">
            {claims.map(({ claimId, taskName, label, endedAt, reason }) => (
              <li key={claimId}>
                {taskName} · {label}
                {endedAt === null
                  ? ''
                  : ` · ${t('rút lúc {at}: {reason}', { at: formatInstant(endedAt), reason: reason ?? '' })}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}
