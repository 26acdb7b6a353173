import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarNotice, CalendarYear } from '#contract/calendar.ts';
import { ActButton } from '../act-button.tsx';
import { AdminPlaces } from '../admin-places.tsx';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { Chip } from '../ui/chip.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/state.tsx';
import { useAddress } from '../ui/url-words.ts';
import { calendarYearQuery } from './calendar-queries.ts';
import { CountDays } from './count-days.tsx';
import { MonthTable } from './month-table.tsx';
import { NoticeDialog } from './notice-dialog.tsx';

interface CalendarAddress {
  readonly nam?: string | undefined;
  readonly biet?: string | undefined;
}

const FIRST_YEAR = 2015;
const LAST_YEAR = 2040;

/** Lịch làm việc: which days are worked, by which notices, and as it was known on a day. */
export function CalendarPage() {
  const [address, setAddress] = useAddress<CalendarAddress>();
  const asked = Number(address.nam);
  const year = asked >= FIRST_YEAR && asked <= LAST_YEAR ? asked : new Date().getFullYear();
  const query = useQuery(calendarYearQuery(year, address.biet));
  const [opened, setOpened] = useState<CalendarNotice | 'new'>();
  return (
    <Page
      title={t('Lịch làm việc năm {year}', { year: String(year) })}
      about={t('Ngày nghỉ, hoán đổi và làm bù theo thông báo chính thức; mọi thời hạn tính theo lịch này.')}
      actions={
        <ActButton act="calendar.edit" onClick={() => setOpened('new')}>
          {t('Ghi thông báo')}
        </ActButton>
      }
    >
      <AdminPlaces />
      <Group align="flex-end" gap="sm" className="no-print">
        <Group gap={4}>
          <Button
            variant="default"
            disabled={year <= FIRST_YEAR}
            onClick={() => setAddress({ nam: String(year - 1) })}
          >
            {t('Năm trước')}
          </Button>
          <Button
            variant="default"
            disabled={year >= LAST_YEAR}
            onClick={() => setAddress({ nam: String(year + 1) })}
          >
            {t('Năm sau')}
          </Button>
        </Group>
        <DayField
          label={t('Như đã biết vào ngày')}
          value={address.biet}
          onChoose={(biet) => setAddress({ biet })}
        />
      </Group>
      <Loaded query={query}>
        {(held) => (
          <Stack gap="lg">
            <YearFigures year={held} />
            <div className="months">
              {held.months.map(({ month, workingDays }) => (
                <MonthTable
                  key={month}
                  year={held.year}
                  month={month}
                  workingDays={workingDays}
                  marks={held.marks}
                />
              ))}
            </div>
            <Legend />
            <CountDays key={held.year} knownOn={address.biet} />
            <Notices year={held} onWithdraw={setOpened} />
          </Stack>
        )}
      </Loaded>
      {opened === undefined ? null : (
        <NoticeDialog
          withdraws={opened === 'new' ? undefined : opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Page>
  );
}

function YearFigures({ year }: { readonly year: CalendarYear }) {
  const off = year.marks.filter(({ effect }) => effect === 'off').length;
  return (
    <Stack gap="xs">
      <Text role="status">
        {t('{working} ngày làm việc; {off} ngày nghỉ giữa tuần; {made} ngày làm bù.', {
          working: formatNumber(year.workingDays),
          off: formatNumber(off),
          made: formatNumber(year.marks.length - off),
        })}
      </Text>
      {year.undecided === null ? null : (
        <div className="notice notice-warn">
          <Text size="sm">
            {t('Lịch năm này chưa đầy đủ: {why}. Thời hạn tính qua năm này có thể đổi.', {
              why: year.undecided,
            })}
          </Text>
        </div>
      )}
    </Stack>
  );
}

function Legend() {
  return (
    <ul className="legend" aria-label={t('Chú giải')}>
      <li>
        <span className="day-mark day-rest" aria-hidden />
        {t('Thứ Bảy, Chủ nhật')}
      </li>
      <li>
        <span className="day-mark day-off" aria-hidden />
        {t('Nghỉ lễ, nghỉ bù, hoán đổi')}
      </li>
      <li>
        <span className="day-mark day-made" aria-hidden />
        {t('Làm bù')}
      </li>
      <li>
        <span className="day-mark day-off day-unverified" aria-hidden />
        {t('Chưa đối chiếu văn bản gốc')}
      </li>
    </ul>
  );
}

function Notices({
  year,
  onWithdraw,
}: {
  readonly year: CalendarYear;
  readonly onWithdraw: (notice: CalendarNotice) => void;
}) {
  return (
    <section aria-labelledby="thong-bao">
      <h2 id="thong-bao" className="section-title">
        {t('Thông báo của năm')}
      </h2>
      {year.notices.length === 0 ? (
        <Text c="dimmed">{t('Chưa có thông báo nào về ngày nghỉ của năm này.')}</Text>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col" className="half">
                {t('Thông báo')}
              </th>
              <th scope="col">{t('Ngày')}</th>
              <th scope="col">{t('Biết từ')}</th>
              <th scope="col" className="no-print">
                <span className="visually-hidden">{t('Việc làm được')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {year.notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} onWithdraw={onWithdraw} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function NoticeRow({
  notice,
  onWithdraw,
}: {
  readonly notice: CalendarNotice;
  readonly onWithdraw: (notice: CalendarNotice) => void;
}) {
  return (
    <tr>
      <td data-label={t('Thông báo')}>
        <Stack gap={2}>
          <span>{notice.words}</span>
          <span className="dim small">{notice.source}</span>
          <Group gap={6}>
            {notice.verified ? null : <Chip tone="warn">{t('chưa đối chiếu văn bản gốc')}</Chip>}
            {notice.withdraws !== null ? <Chip>{t('thu hồi thông báo trước')}</Chip> : null}
            {notice.stands ? null : <Chip>{t('đã thu hồi')}</Chip>}
            {notice.actor === null ? null : <span className="dim small">{notice.actor}</span>}
          </Group>
        </Stack>
      </td>
      <td data-label={t('Ngày')}>
        {notice.days
          .map(({ day, effect }) => `${formatDay(day)}${effect === 'work' ? t(' (làm bù)') : ''}`)
          .join(', ')}
      </td>
      <td data-label={t('Biết từ')} className="nowrap">
        {notice.knownFrom === null ? t('không rõ ngày') : formatDay(notice.knownFrom)}
      </td>
      <td className="row-actions no-print">
        {notice.stands && notice.withdraws === null ? (
          <ActButton
            act="calendar.edit"
            variant="subtle"
            size="xs"
            aria-label={t('Thu hồi {notice}', { notice: notice.words })}
            onClick={() => onWithdraw(notice)}
          >
            {t('Thu hồi')}
          </ActButton>
        ) : null}
      </td>
    </tr>
  );
}
