import { Button, Group } from '@mantine/core';
import { IconPencil, IconPlus, IconTable, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { DraftEvent } from '#contract/agency/event.ts';
import type { Reform } from '#contract/agency/reform.ts';
import { ActButton } from '../../act-button.tsx';
import { explainFailure } from '../../api.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty, Failure } from '../../ui/state.tsx';
import { EventForm } from './event-form.tsx';
import { formatEventKind } from './reform-words.ts';
import { TableImport } from './table-import.tsx';
import { useReformUpdate } from './use-reform-update.ts';

interface EventListProps {
  readonly reform: Reform;
  readonly mayDraft: boolean;
}

type Open = { readonly kind: 'table' } | { readonly kind: 'event'; readonly at: number | undefined };

/** Sự kiện: what the reform does, each with what is wrong about it, built on screen or from a table. */
export function EventList({ reform, mayDraft }: EventListProps) {
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const update = useReformUpdate(reform, close);
  const events = reform.events.map(({ event }) => event);
  const show = (one: Open) => {
    update.reset();
    setOpen(one);
  };
  const keep = (event: DraftEvent) => {
    const at = open?.kind === 'event' ? open.at : undefined;
    update.mutate({ events: at === undefined ? [...events, event] : events.with(at, event) });
  };
  return (
    <section aria-labelledby="su-kien">
      <div className="section-head">
        <h2 id="su-kien" className="section-title">
          {t('Sự kiện ({n})', { n: formatNumber(events.length) })}
        </h2>
        {reform.state === 'draft' ? (
          <AddButtons
            onTable={() => show({ kind: 'table' })}
            onEvent={() => show({ kind: 'event', at: undefined })}
          />
        ) : null}
      </div>
      {update.error !== null && open === undefined ? (
        <Failure title={t('Không lưu được')} sentences={explainFailure(update.error)} />
      ) : null}
      {events.length === 0 ? (
        <Empty title={t('Chưa có sự kiện nào')}>
          <span className="dim">{t('Nhập bảng đơn vị cũ → đơn vị mới, hoặc thêm từng sự kiện.')}</span>
        </Empty>
      ) : (
        <EventTable
          reform={reform}
          mayDraft={mayDraft}
          onEdit={(at) => show({ kind: 'event', at })}
          onRemove={(at) => update.mutate({ events: events.toSpliced(at, 1) })}
        />
      )}
      <Dialog title={t('Nhập từ bảng')} isOpen={open?.kind === 'table'} onClose={close} size="xl">
        <TableImport
          reform={reform}
          isPending={update.isPending}
          error={update.error}
          onEvents={(added) => update.mutate({ events: [...events, ...added] })}
        />
      </Dialog>
      <Dialog
        title={open?.kind === 'event' && open.at !== undefined ? t('Sửa sự kiện') : t('Thêm sự kiện')}
        isOpen={open?.kind === 'event'}
        onClose={close}
        size="lg"
      >
        <EventForm
          reform={reform}
          initial={open?.kind === 'event' && open.at !== undefined ? events[open.at] : undefined}
          isPending={update.isPending}
          error={update.error}
          onSubmit={keep}
          onCancel={close}
        />
      </Dialog>
    </section>
  );
}

function AddButtons({ onTable, onEvent }: { readonly onTable: () => void; readonly onEvent: () => void }) {
  const subject = { state: 'draft' };
  return (
    <Group gap="xs" className="no-print">
      <ActButton
        act="reform.draft"
        subject={subject}
        size="xs"
        variant="default"
        leftSection={<IconTable size={14} aria-hidden />}
        onClick={onTable}
      >
        {t('Nhập từ bảng')}
      </ActButton>
      <ActButton
        act="reform.draft"
        subject={subject}
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={onEvent}
      >
        {t('Thêm sự kiện')}
      </ActButton>
    </Group>
  );
}

interface EventTableProps extends EventListProps {
  readonly onEdit: (at: number) => void;
  readonly onRemove: (at: number) => void;
}

function EventTable({ reform, mayDraft, onEdit, onRemove }: EventTableProps) {
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col" className="fifth">
            {t('Loại')}
          </th>
          <th scope="col" className="half">
            {t('Nội dung')}
          </th>
          <th scope="col">{t('Từ ngày')}</th>
          {mayDraft ? (
            <th scope="col">
              <span className="visually-hidden">{t('Thao tác')}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {reform.events.map(({ event, words }, at) => (
          <tr key={event.id ?? words}>
            <td>
              <Chip>{formatEventKind(event.kind)}</Chip>
            </td>
            <td>
              {words}
              {reform.problems
                .filter(({ eventId }) => eventId !== null && eventId === event.id)
                .map(({ message }) => (
                  <div key={message} className="doubt-reason">
                    {message}
                  </div>
                ))}
            </td>
            <td data-label={t('Từ ngày')}>{formatDay(event.effectiveOn ?? reform.effectiveOn)}</td>
            {mayDraft ? (
              <td className="row-actions">
                <Button
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconPencil size={14} aria-hidden />}
                  aria-label={t('Sửa: {words}', { words })}
                  onClick={() => onEdit(at)}
                >
                  {t('Sửa')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  leftSection={<IconTrash size={14} aria-hidden />}
                  aria-label={t('Bỏ: {words}', { words })}
                  onClick={() => onRemove(at)}
                >
                  {t('Bỏ')}
                </Button>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
