import { Button, Group, Select } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import type { PartItem } from '#contract/task/work.ts';
import { RETURN_REASONS } from '#domain/task/work/return-reasons.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import type { Outcome } from '../offline/held-outbox.ts';
import { useWaitingOf } from '../offline/use-write.ts';
import { DeedForm } from './deed-form.tsx';
import { sayOutcome } from './due-row.tsx';
import { ReportForm } from './report-form.tsx';

type Deed =
  | 'report'
  | 'takeBack'
  | 'accept'
  | 'return'
  | 'askExtension'
  | 'askNotApplicable'
  | 'grant'
  | 'refuse'
  | 'close'
  | 'reopen';

/** What may be done to an item now, one form at a time; what may not be done is not offered. */
export function ItemDeeds({ item }: { readonly item: PartItem }) {
  const [open, setOpen] = useState<Deed>();
  const [outcome, setOutcome] = useState<Outcome>();
  const waiting = useWaitingOf(item.id);
  const buttons = useRef<HTMLDivElement>(null);
  const offers = listOffers(item);
  const close = () => {
    setOpen(undefined);
    buttons.current?.querySelector('button')?.focus();
  };
  return (
    <div className="no-print item-deeds">
      {item.may.decide ? <Asked item={item} /> : null}
      <Group gap="xs" ref={buttons}>
        {offers.map(({ deed, words, isMain }) => (
          <Button
            key={deed}
            variant={isMain ? 'filled' : 'default'}
            size="sm"
            aria-expanded={open === deed}
            onClick={() => {
              setOutcome(undefined);
              setOpen(open === deed ? undefined : deed);
            }}
          >
            {words}
          </Button>
        ))}
        <span role="status" className="dim">
          {outcome === undefined ? null : sayOutcome(outcome, waiting)}
        </span>
      </Group>
      {open === undefined || !offers.some(({ deed }) => deed === open) ? null : (
        <OpenDeed
          key={open}
          deed={open}
          item={item}
          onCancel={close}
          onDone={(came) => {
            setOutcome(came);
            close();
          }}
        />
      )}
    </div>
  );
}

function Asked({ item }: { readonly item: PartItem }) {
  return (
    <p className="asked">
      {item.asked === 'extension'
        ? t('Cơ quan xin gia hạn đến {day}.', { day: formatDay(item.askedDueOn ?? '') })
        : t('Cơ quan đề nghị xác định việc này là không áp dụng.')}
    </p>
  );
}

interface Offer {
  readonly deed: Deed;
  readonly words: string;
  readonly isMain?: boolean;
}

function listOffers({ may }: PartItem): readonly Offer[] {
  return [
    ...(may.report || may.submit
      ? [{ deed: 'report', words: t('Báo cáo hoặc nộp kết quả'), isMain: true } as const]
      : []),
    ...(may.takeBack ? [{ deed: 'takeBack', words: t('Lấy lại để bổ sung') } as const] : []),
    ...(may.review
      ? ([
          { deed: 'accept', words: t('Duyệt'), isMain: true },
          { deed: 'return', words: t('Trả lại') },
        ] as const)
      : []),
    ...(may.decide
      ? ([
          { deed: 'grant', words: t('Đồng ý đề nghị') },
          { deed: 'refuse', words: t('Không đồng ý') },
        ] as const)
      : []),
    ...(may.ask
      ? ([
          { deed: 'askExtension', words: t('Xin gia hạn') },
          { deed: 'askNotApplicable', words: t('Đề nghị không áp dụng') },
        ] as const)
      : []),
    ...(may.close ? [{ deed: 'close', words: t('Kết thúc, không có kết quả') } as const] : []),
    ...(may.reopen ? [{ deed: 'reopen', words: t('Mở lại') } as const] : []),
  ];
}

interface OpenDeedProps {
  readonly deed: Deed;
  readonly item: PartItem;
  readonly onDone: Parameters<typeof DeedForm>[0]['onDone'];
  readonly onCancel: () => void;
}

function OpenDeed({ deed, ...rest }: OpenDeedProps): ReactNode {
  switch (deed) {
    case 'report':
      return <ReportForm {...rest} />;
    case 'takeBack':
      return <DeedForm {...rest} words={t('Lấy lại')} asks={{}} build={() => ({ deed: 'takeBack' })} />;
    case 'accept':
      return (
        <DeedForm
          {...rest}
          words={t('Duyệt kết quả')}
          asks={{ text: t('Nhận xét (không bắt buộc)') }}
          build={({ text }) => ({ deed: 'accept', ...(text === '' ? {} : { text }) })}
        />
      );
    case 'return':
      return <ReturnForm {...rest} />;
    case 'askExtension':
      return (
        <DeedForm
          {...rest}
          words={t('Gửi đề nghị gia hạn')}
          asks={{
            text: t('Vì sao cần thêm thời gian'),
            isTextRequired: true,
            day: t('Xin đến ngày'),
            isDayRequired: true,
          }}
          build={({ text, day = '' }) => ({ deed: 'askExtension', text, dueOn: day })}
        />
      );
    case 'askNotApplicable':
      return (
        <DeedForm
          {...rest}
          words={t('Gửi đề nghị')}
          asks={{ text: t('Vì sao việc này không áp dụng với cơ quan'), isTextRequired: true }}
          build={({ text }) => ({ deed: 'askNotApplicable', text })}
        />
      );
    case 'grant':
      return <GrantForm {...rest} />;
    case 'refuse':
      return (
        <DeedForm
          {...rest}
          words={t('Không đồng ý đề nghị')}
          asks={{ text: t('Lý do'), isTextRequired: true }}
          build={({ text }) => ({ deed: 'refuse', text })}
        />
      );
    case 'close':
      return (
        <DeedForm
          {...rest}
          words={t('Kết thúc việc này')}
          isDangerous
          asks={{ text: t('Vì sao kết thúc khi không có kết quả'), isTextRequired: true }}
          build={({ text }) => ({ deed: 'close', text })}
        />
      );
    case 'reopen':
      return (
        <DeedForm
          {...rest}
          words={t('Mở lại việc này')}
          asks={{ text: t('Vì sao mở lại'), isTextRequired: true }}
          build={({ text }) => ({ deed: 'reopen', text })}
        />
      );
  }
}

/** A reason of the library fills in the words, which can be made more precise. */
function ReturnForm(rest: Omit<OpenDeedProps, 'deed'>) {
  const [code, setCode] = useState<string | null>(null);
  return (
    <DeedForm
      {...rest}
      words={t('Trả lại để bổ sung')}
      asks={{ text: t('Cần bổ sung điều gì'), isTextRequired: true }}
      build={({ text }) => ({ deed: 'return', text, ...(code === null ? {} : { reasonCode: code }) })}
      before={(fill) => (
        <Select
          label={t('Lý do thường gặp (không bắt buộc)')}
          placeholder={t('Chọn, rồi sửa lời nếu cần')}
          data={RETURN_REASONS.map((reason) => ({ value: reason.code, label: reason.words }))}
          value={code}
          onChange={(chosen) => {
            setCode(chosen);
            const reason = RETURN_REASONS.find((one) => one.code === chosen);
            if (reason !== undefined) fill(reason.words);
          }}
          clearable
        />
      )}
    />
  );
}

function GrantForm(rest: Omit<OpenDeedProps, 'deed'>) {
  const { asked, askedDueOn } = rest.item;
  return (
    <DeedForm
      {...rest}
      words={t('Đồng ý')}
      asks={{
        text: t('Lời kèm theo (không bắt buộc)'),
        ...(asked === 'extension' ? { day: t('Gia hạn đến ngày'), startDay: askedDueOn ?? undefined } : {}),
      }}
      build={({ text, day }) => ({
        deed: 'grant',
        ...(text === '' ? {} : { text }),
        ...(asked === 'extension' && day !== undefined ? { dueOn: day } : {}),
      })}
    />
  );
}
