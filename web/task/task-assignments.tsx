import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Assignment, TaskDetail } from '#contract/task.ts';
import { formatRole, ROLES } from '../agency/agency-words.ts';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { OwnPartsNote } from '../own-parts-note.tsx';
import { paths } from '../paths.ts';
import { useAccess } from '../session.tsx';
import { Chip } from '../ui/chip.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { AssignmentHolder } from './assignment-holder.tsx';

/** The part of each real agency, under the words of the document that gave it. */
export function TaskAssignments({ task }: { readonly task: TaskDetail }) {
  const { allowed: seesAll } = useAccess('assignment.read', { agencyIds: [] });
  if (task.row.kind !== 'task') return null;
  return (
    <section aria-labelledby="phan-viec">
      <h2 id="phan-viec" className="section-title">
        {t('Phần việc')} ({formatNumber(task.assignments.length)})
      </h2>
      <OwnPartsNote />
      {task.assignments.length === 0 ? (
        <p className="dim">
          {seesAll
            ? t('Chưa giao được cho cơ quan nào: xem các điều cần xem lại.')
            : t('Cơ quan bạn không có phần việc nào trong nhiệm vụ này.')}
        </p>
      ) : (
        <div className="roles">
          {ROLES.map((role) => (
            <RoleParts
              key={role}
              role={role}
              parts={task.assignments.filter((part) => part.role === role)}
              planId={task.planId}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function RoleParts({
  role,
  parts,
  planId,
}: {
  readonly role: Assignment['role'];
  readonly parts: readonly Assignment[];
  readonly planId: string;
}) {
  if (parts.length === 0) return null;
  return (
    <div>
      <h3 className="role-title">
        {formatRole(role)} ({formatNumber(parts.length)})
      </h3>
      {[...Map.groupBy(parts, ({ basis }) => basis)].map(([basis, group]) => (
        <BasisParts key={basis} basis={basis} parts={group} planId={planId} />
      ))}
    </div>
  );
}

const SHOWN = 12;

function BasisParts({
  basis,
  parts,
  planId,
}: {
  readonly basis: string;
  readonly parts: readonly Assignment[];
  readonly planId: string;
}) {
  const [isAll, setIsAll] = useState(false);
  return (
    <div className="basis">
      <p className="dim">
        {t('Theo lời văn:')} <q>{basis}</q>
      </p>
      <ul className="agency-list">
        {parts.slice(0, isAll ? parts.length : SHOWN).map((part) => (
          <li key={part.id}>
            <PageLink to={paths.agency(part.agencyId)} search={{ plan: planId }}>
              {part.agencyName}
            </PageLink>
            {part.endedOn === null ? <AssignmentHolder part={part} /> : <EndedPart part={part} />}
          </li>
        ))}
      </ul>
      {isAll || parts.length <= SHOWN ? null : (
        <Button variant="default" size="xs" onClick={() => setIsAll(true)}>
          {t('Xem cả {n} cơ quan', { n: formatNumber(parts.length) })}
        </Button>
      )}
    </div>
  );
}

function EndedPart({ part }: { readonly part: Assignment }) {
  return (
    <>
      {' '}
      <Chip tone="warn">{t('đã kết thúc {day}', { day: formatDay(part.endedOn ?? '') })}</Chip>
      {part.successors.length === 0 ? null : (
        <span className="small">
          {' '}
          {t('nay là')}{' '}
          {part.successors.map(({ id, name }, at) => (
            <span key={id}>
              {at === 0 ? '' : ', '}
              <PageLink to={paths.agency(id)}>{name}</PageLink>
            </span>
          ))}
        </span>
      )}
    </>
  );
}
