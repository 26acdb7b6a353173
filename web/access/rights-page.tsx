import { Tooltip } from '@mantine/core';
import { ACT_NAMES, ACTS, type Act, type ActRule } from '#domain/access/acts.ts';
import { ACCESS_ROLES, type AccessRole, ROLE_WORDS } from '#domain/access/role.ts';
import { AdminPlaces } from '../admin-places.tsx';
import { t } from '../i18n/translate.ts';
import { useAccess, useSignedIn } from '../session.tsx';
import { Chip } from '../ui/chip.tsx';
import { Page } from '../ui/page.tsx';
import { formatAct, formatConditions, formatReach } from './act-words.ts';
import { formatAccessRole } from './role-words.ts';

/** Quyền hạn: the one table the server decides by, with what it means for whoever reads it. */
export function RightsPage() {
  const { posts } = useSignedIn();
  const own = new Set(posts.map(({ role }) => role));
  return (
    <Page
      title={t('Quyền hạn')}
      about={t(
        'Máy chủ và màn hình cùng quyết định theo bảng này; việc không có trong bảng thì không ai làm được.',
      )}
    >
      <AdminPlaces />
      <table className="rows rights">
        <thead>
          <tr>
            <th scope="col">{t('Việc')}</th>
            <th scope="col">{t('Bạn')}</th>
            {ACCESS_ROLES.map((role) => (
              <th key={role} scope="col">
                <RoleHead role={role} isOwn={own.has(role)} />
              </th>
            ))}
            <th scope="col">{t('Điều kiện')}</th>
          </tr>
        </thead>
        <tbody>
          {ACT_NAMES.map((act) => (
            <ActRow key={act} act={act} />
          ))}
        </tbody>
      </table>
      <section aria-labelledby="vai-tro">
        <h2 id="vai-tro" className="section-title">
          {t('Các vai trò')}
        </h2>
        <dl className="role-list">
          {ACCESS_ROLES.map((role) => (
            <div key={role}>
              <dt>
                <strong>{formatAccessRole(role)}</strong>{' '}
                {own.has(role) ? <Chip tone="accent">{t('của bạn')}</Chip> : null}
              </dt>
              <dd lang="vi">{ROLE_WORDS[role].meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Page>
  );
}

function RoleHead({ role, isOwn }: { readonly role: AccessRole; readonly isOwn: boolean }) {
  return (
    <Tooltip label={ROLE_WORDS[role].meaning} multiline maw={280}>
      <span>
        {formatAccessRole(role)} {isOwn ? <span className="visually-hidden">{t('của bạn')}</span> : null}
      </span>
    </Tooltip>
  );
}

function ActRow({ act }: { readonly act: Act }) {
  const rule: ActRule = ACTS[act];
  const { allowed, why } = useAccess(act);
  const conditions = formatConditions(rule);
  return (
    <tr>
      <td>
        <strong>{formatAct(act)}</strong>
      </td>
      <td data-label={t('Bạn')}>
        {allowed ? <Chip tone="accent">{t('được')}</Chip> : <span className="dim small">{why}</span>}
      </td>
      {ACCESS_ROLES.map((role) => {
        const reach = rule.roles[role];
        return reach === undefined ? (
          <td key={role} className="reach-none">
            <span aria-hidden>–</span>
            <span className="visually-hidden">{t('không được')}</span>
          </td>
        ) : (
          <td key={role} data-label={formatAccessRole(role)}>
            {formatReach(reach)}
          </td>
        );
      })}
      <td {...(conditions.length === 0 ? {} : { 'data-label': t('Điều kiện') })}>{conditions.join('; ')}</td>
    </tr>
  );
}
