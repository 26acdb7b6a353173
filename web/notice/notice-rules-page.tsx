import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { NoticeOverview } from '#contract/notice.ts';
import { AdminPlaces } from '../admin-places.tsx';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { Chip } from '../ui/chip.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/state.tsx';
import { ruleName } from './notice-names.ts';
import { overviewQuery, rulesQuery } from './notice-queries.ts';
import { RulesForm } from './rules-form.tsx';

/** Quy tắc nhắc việc: who is reminded when, what was sent, what it came to, and what did not leave. */
export function NoticeRulesPage() {
  const rules = useQuery(rulesQuery);
  const overview = useQuery(overviewQuery);
  return (
    <Page
      title={t('Quy tắc nhắc việc')}
      about={t('Nhắc trước hạn, đến hạn, quá hạn tính theo ngày làm việc; càng muộn càng lên cấp trên.')}
    >
      <AdminPlaces />
      <Loaded query={rules}>{(held) => <RulesForm key={JSON.stringify(held)} rules={held} />}</Loaded>
      <Loaded query={overview}>
        {(held) => (
          <>
            <Effects overview={held} />
            <Letters overview={held} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Effects({ overview: { effects, from } }: { readonly overview: NoticeOverview }) {
  return (
    <section aria-labelledby="hieu-qua">
      <h2 id="hieu-qua" className="section-title">
        {t('Nhắc rồi có làm không, từ {day}', { day: formatDay(from) })}
      </h2>
      {effects.length === 0 ? (
        <Text c="dimmed">{t('Chưa có lời nhắc nào trong thời gian này.')}</Text>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t('Quy tắc')}</th>
              <th scope="col" className="number">
                {t('Lời nhắc')}
              </th>
              <th scope="col" className="number">
                {t('Đã đọc')}
              </th>
              <th scope="col" className="number">
                {t('Có việc làm theo')}
              </th>
              <th scope="col" className="number">
                {t('Tỷ lệ')}
              </th>
            </tr>
          </thead>
          <tbody>
            {effects.map(({ rule, reminded, read, acted }) => (
              <tr key={rule}>
                <td data-label={t('Quy tắc')}>{ruleName(rule)}</td>
                <td data-label={t('Lời nhắc')} className="number">
                  {formatNumber(reminded)}
                </td>
                <td data-label={t('Đã đọc')} className="number">
                  {formatNumber(read)}
                </td>
                <td data-label={t('Có việc làm theo')} className="number">
                  {formatNumber(acted)}
                </td>
                <td data-label={t('Tỷ lệ')} className="number">
                  {formatNumber(Math.round((100 * acted) / reminded))} %
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Letters({ overview: { mailIsConfigured, days, troubles } }: { readonly overview: NoticeOverview }) {
  return (
    <section aria-labelledby="thu-da-gui">
      <h2 id="thu-da-gui" className="section-title">
        {t('Thư nhắc việc')}
      </h2>
      {mailIsConfigured ? null : (
        <Text size="sm" className="notice notice-warn" mb="xs">
          {t('Máy chủ này chưa được cài để gửi thư; lời nhắc vẫn hiện trên trang.')}
        </Text>
      )}
      {days.length === 0 ? (
        <Text c="dimmed">{t('Chưa có thư nào.')}</Text>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t('Ngày')}</th>
              <th scope="col" className="number">
                {t('Đã gửi')}
              </th>
              <th scope="col" className="number">
                {t('Đang chờ gửi')}
              </th>
              <th scope="col" className="number">
                {t('Không gửi được')}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, sent, waiting, failed }) => (
              <tr key={day}>
                <td data-label={t('Ngày')}>{formatDay(day)}</td>
                <td data-label={t('Đã gửi')} className="number">
                  {formatNumber(sent)}
                </td>
                <td data-label={t('Đang chờ gửi')} className="number">
                  {formatNumber(waiting)}
                </td>
                <td data-label={t('Không gửi được')} className="number">
                  {formatNumber(failed)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {troubles.length === 0 ? null : (
        <ul className="moved-list" aria-label={t('Thư gặp trục trặc')}>
          {troubles.map(({ name, day, trouble, attempts, givenUp }) => (
            <li key={`${name} ${day}`}>
              <strong>{name}</strong>, {formatDay(day)}: {trouble}{' '}
              {givenUp ? <Chip tone="warn">{t('thôi gửi')}</Chip> : null}{' '}
              <span className="dim">{t('(đã thử {n} lần)', { n: formatNumber(attempts) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
