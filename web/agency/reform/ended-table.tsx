import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReformPreview } from '#contract/agency/reform.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { Chip } from '../../ui/chip.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { OwnerDialog } from './owner-dialog.tsx';
import { itemsLink, type PreviewPartProps } from './preview-part.ts';
import { formatOwner } from './reform-words.ts';

type Ended = ReformPreview['ended'][number];

const SHOWN = 50;

/** The agencies that end: when, into what, how much they hold, and who goes on with it. */
export function EndedTable(props: PreviewPartProps) {
  const { reform, preview, onOwner } = props;
  const [chosenId, setChosenId] = useState<string>();
  const [shown, setShown] = useState(SHOWN);
  const chosen = preview.ended.find(({ agencyId }) => agencyId === chosenId);
  // What blocks comes first.
  const ended = preview.ended.toSorted((a, b) => b.missing - a.missing);
  if (ended.length === 0) return <p className="dim">{t('Không cơ quan nào kết thúc hoạt động.')}</p>;
  return (
    <>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('Cơ quan kết thúc')}</th>
            <th scope="col">{t('Chuyển thành')}</th>
            {preview.movers.map(({ name, words }) => (
              <th key={name} scope="col" className="number">
                {words}
              </th>
            ))}
            <th scope="col">{t('Nơi nhận')}</th>
          </tr>
        </thead>
        <tbody>
          {ended.slice(0, shown).map((agency) => (
            <EndedRow
              key={agency.agencyId}
              {...props}
              agency={agency}
              onChoose={() => setChosenId(agency.agencyId)}
            />
          ))}
        </tbody>
      </table>
      {ended.length > shown ? (
        <Button variant="default" size="xs" onClick={() => setShown(ended.length)}>
          {t('Hiện cả {n} cơ quan', { n: formatNumber(ended.length) })}
        </Button>
      ) : null}
      {chosen === undefined || onOwner === undefined ? null : (
        <OwnerDialog
          key={chosen.agencyId}
          what={chosen.name}
          heirs={chosen.heirs}
          owners={preview.owners}
          owner={reform.choices.byAgency[chosen.agencyId]}
          onClose={() => setChosenId(undefined)}
          onOwner={(owner) => {
            onOwner('byAgency', chosen.agencyId, owner);
            setChosenId(undefined);
          }}
        />
      )}
    </>
  );
}

interface EndedRowProps extends PreviewPartProps {
  readonly agency: Ended;
  readonly onChoose: () => void;
}

function EndedRow({ agency, reform, preview, onOwner, onChoose }: EndedRowProps) {
  const { agencyId, name, heirs, counts } = agency;
  const held = Object.values(counts).reduce((total, count) => total + count, 0);
  return (
    <tr>
      <td>
        <PageLink to={paths.agency(agencyId)}>{name}</PageLink>
        <div className="dim small">{t('đến hết ngày {day}', { day: formatDay(agency.endsOn) })}</div>
      </td>
      <td data-label={t('Chuyển thành')}>
        {heirs.length === 0 ? t('không có cơ quan kế thừa') : heirs.map((heir) => heir.name).join(', ')}
      </td>
      {preview.movers.map((mover) => (
        <td key={mover.name} data-label={mover.words} className="number">
          {(counts[mover.name] ?? 0) === 0 ? (
            <span className="dim">0</span>
          ) : (
            <PageLink {...itemsLink(reform.id, { agency: agencyId, mover: mover.name })}>
              {formatNumber(counts[mover.name] ?? 0)}
            </PageLink>
          )}
        </td>
      ))}
      <td data-label={t('Nơi nhận')}>
        <OwnerWords agency={agency} preview={preview} />{' '}
        {onOwner === undefined || held === 0 ? null : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('Chọn nơi nhận của {name}', { name })}
            onClick={onChoose}
          >
            {t('Chọn')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function OwnerWords({ agency, preview }: { readonly agency: Ended; readonly preview: ReformPreview }) {
  const nameOf = (id: string) => preview.owners.find((owner) => owner.id === id)?.name ?? id;
  if (agency.choice !== null) return <span>{formatOwner(agency.choice, nameOf)}</span>;
  if (agency.missing > 0)
    return <Chip tone="warn">{t('{n} chưa có nơi nhận', { n: formatNumber(agency.missing) })}</Chip>;
  if (agency.proposal === null) return <span className="dim">{t('không có gì phải chuyển')}</span>;
  return (
    <span>
      {formatOwner(agency.proposal, nameOf)} <span className="dim small">{t('(theo sự kiện)')}</span>
    </span>
  );
}
