import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { useAccess } from '../session.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Empty } from '../ui/state.tsx';
import type { AgencyDetail } from './agency-queries.ts';
import { formatRole, formatSpan, ROLES } from './agency-words.ts';

/** Việc: what the agency leads, coordinates and oversees, and what it took over or passed on. */
export function AgencyWork({ agency }: { readonly agency: AgencyDetail }) {
  const { allowed, why } = useAccess('assignment.read', { agencyIds: [agency.id] });
  if (!allowed) return <Empty title={t('Không hiện phần việc của cơ quan này')}>{why}</Empty>;
  if (agency.work.length === 0)
    return (
      <Empty title={t('Cơ quan này chưa có phần việc nào')}>
        <span>{t('Kế hoạch không nêu tên cơ quan này, riêng hay trong một nhóm.')}</span>
      </Empty>
    );
  const groups = ROLES.map((role) => ({ role, parts: agency.work.filter((part) => part.role === role) }));
  return (
    <>
      <nav className="figures" aria-label={t('Vai trò')}>
        {groups.map(({ role, parts }) => (
          <a key={role} className="figure" href={`#${role}`}>
            <span>{formatRole(role)}</span> <strong>{formatNumber(parts.length)}</strong>
          </a>
        ))}
      </nav>
      {groups.map(({ role, parts }) => (
        <section key={role} id={role} aria-labelledby={`${role}-title`}>
          <h2 id={`${role}-title`} className="section-title">
            {formatRole(role)} ({formatNumber(parts.length)})
          </h2>
          {parts.length === 0 ? <p className="dim">{t('Không có.')}</p> : <Parts parts={parts} />}
        </section>
      ))}
    </>
  );
}

function Parts({ parts }: { readonly parts: AgencyDetail['work'] }) {
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col" className="narrow">
            {t('Số')}
          </th>
          <th scope="col">{t('Nhiệm vụ')}</th>
          <th scope="col" className="fifth">
            {t('Thời hạn')}
          </th>
          <th scope="col">{t('Lời văn giao việc')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={`${part.taskId} ${part.role} ${part.validFrom}`}>
            <td data-label={t('Số')}>{part.code}</td>
            <td>
              <PageLink to={paths.task(part.taskId)}>{part.name}</PageLink>
              <HandedOn part={part} />
            </td>
            <td data-label={t('Thời hạn')}>
              {part.deadline}
              {part.dueOn === null ? null : (
                <div className="dim">{t('đến {day}', { day: formatDay(part.dueOn) })}</div>
              )}
            </td>
            <td data-label={t('Lời văn giao việc')} className="dim">
              {part.basis}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** From whom a part came at a reform, and to whom it went. */
function HandedOn({ part }: { readonly part: AgencyDetail['work'][number] }) {
  const { takenOverFrom, passedTo, validFrom, validTo } = part;
  return (
    <>
      {takenOverFrom.length === 0 ? null : (
        <div className="dim small">
          {t('nhận từ:')} {takenOverFrom.map(({ name }) => name).join(', ')}
        </div>
      )}
      {passedTo === null ? null : (
        <div className="dim small">
          {t('chuyển cho:')} <PageLink to={paths.agency(passedTo.id)}>{passedTo.name}</PageLink>
        </div>
      )}
      {validFrom === null && validTo === null ? null : (
        <div className="dim small">{formatSpan({ validFrom, validTo })}</div>
      )}
    </>
  );
}
