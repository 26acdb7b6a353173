import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReformPreview } from '#contract/agency/reform.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { Chip } from '../../ui/chip.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Pages, pageOf } from '../../ui/pages.tsx';
import { OwnerDialog } from './owner-dialog.tsx';
import { itemsLink, type PreviewPartProps } from './preview-part.ts';
import { ITEMS_ON_PAGE } from './reform-queries.ts';
import { formatOwner } from './reform-words.ts';

type Item = ReformPreview['items'][number];

interface ItemTableProps extends PreviewPartProps {
  readonly onPage: (word: string | undefined) => void;
}

/** The things moved, one page of them: what, whose, and who goes on with it. */
export function ItemTable(props: ItemTableProps) {
  const { reform, preview, address, onOwner, onPage } = props;
  const [chosenKey, setChosenKey] = useState<string>();
  const chosen = preview.items.find(({ key }) => key === chosenKey);
  if (preview.total === 0 && address.agency === undefined && address.mover === undefined) return null;
  return (
    <section aria-labelledby="danh-sach-chuyen" className="items">
      <h3 id="danh-sach-chuyen" className="role-title">
        <ItemsTitle {...props} />
      </h3>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col" className="half">
              {t('Nội dung')}
            </th>
            <th scope="col">{t('Của')}</th>
            <th scope="col" className="narrow">
              {t('Ngày')}
            </th>
            <th scope="col">{t('Nơi nhận')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.items.map((item) => (
            <ItemRow key={item.key} {...props} item={item} onChoose={() => setChosenKey(item.key)} />
          ))}
        </tbody>
      </table>
      <Pages total={preview.total} size={ITEMS_ON_PAGE} page={pageOf(address.page)} onPage={onPage} />
      {chosen === undefined || onOwner === undefined ? null : (
        <OwnerDialog
          key={chosen.key}
          what={chosen.words}
          heirs={preview.ended.find(({ agencyId }) => agencyId === chosen.agencyId)?.heirs ?? []}
          owners={preview.owners}
          owner={reform.choices.byItem[chosen.key]}
          onClose={() => setChosenKey(undefined)}
          onOwner={(owner) => {
            onOwner('byItem', chosen.key, owner);
            setChosenKey(undefined);
          }}
        />
      )}
    </section>
  );
}

function ItemsTitle({ reform, preview, address }: PreviewPartProps) {
  const agency = preview.ended.find(({ agencyId }) => agencyId === address.agency)?.name;
  const mover = preview.movers.find(({ name }) => name === address.mover)?.words;
  const parts = [mover ?? t('Mọi thứ chuyển'), ...(agency === undefined ? [] : [agency])];
  const isNarrow = agency !== undefined || mover !== undefined;
  return (
    <>
      {t('{what}: {n} mục', { what: parts.join(', '), n: formatNumber(preview.total) })}{' '}
      {isNarrow ? (
        <PageLink {...itemsLink(reform.id, {})} className="small">
          {t('Xem tất cả')}
        </PageLink>
      ) : null}
    </>
  );
}

interface ItemRowProps extends PreviewPartProps {
  readonly item: Item;
  readonly onChoose: () => void;
}

function ItemRow({ item, preview, onOwner, onChoose }: ItemRowProps) {
  const nameOf = (id: string) => preview.owners.find((owner) => owner.id === id)?.name ?? id;
  const agency = preview.ended.find(({ agencyId }) => agencyId === item.agencyId)?.name ?? item.agencyId;
  return (
    <tr>
      <td>
        {item.words}
        {item.count > 1 ? (
          <span className="dim small"> {t('({n} bản ghi)', { n: formatNumber(item.count) })}</span>
        ) : null}
        {item.note === null ? null : <div className="dim small">{item.note}</div>}
      </td>
      <td data-label={t('Của')}>{agency}</td>
      <td data-label={t('Ngày')}>
        {item.day === null ? '' : formatDay(item.day)}
        {item.later ? <div className="doubt-reason">{t('sau khi cơ quan đã kết thúc')}</div> : null}
      </td>
      <td data-label={t('Nơi nhận')}>
        {item.choosable ? (
          <>
            {item.owner === null ? (
              <Chip tone="warn">{t('chưa chọn')}</Chip>
            ) : (
              <span>{formatOwner(item.owner, nameOf)}</span>
            )}{' '}
            {onOwner === undefined ? null : (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('Chọn nơi nhận của {name}', { name: item.words })}
                onClick={onChoose}
              >
                {t('Chọn')}
              </Button>
            )}
          </>
        ) : (
          <span className="dim">{t('theo sự kiện')}</span>
        )}
      </td>
    </tr>
  );
}
