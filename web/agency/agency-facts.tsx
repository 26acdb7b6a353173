import { Fragment, type ReactNode } from 'react';
import { formatDay } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { PageLink } from '../ui/page-link.tsx';
import type { AgencyDetail } from './agency-queries.ts';
import { formatCodeSystem, formatKind, formatSpan } from './agency-words.ts';
import { Checked } from './checked.tsx';

/** What an agency was called, coded and put below, each with its days; who came before and after. */
export function AgencyFacts({ agency }: { readonly agency: AgencyDetail }) {
  const { names, codes, parents, groups, predecessors, successors } = agency;
  return (
    <dl className="facts">
      <Fact words={t('Tên gọi')}>
        {names.map(({ name, shortNames, ...span }) => (
          <Dated key={`${name} ${span.validFrom}`} span={span} isOnly={names.length === 1}>
            {name}
            {shortNames.length === 0 ? null : <span className="dim"> ({shortNames.join(', ')})</span>}
          </Dated>
        ))}
      </Fact>
      <Fact words={t('Loại cơ quan')}>{formatKind(agency.kind)}</Fact>
      <Fact words={t('Hoạt động')}>{formatSpan(agency)}</Fact>
      {codes.length === 0 ? null : (
        <Fact words={t('Mã')}>
          {codes.map(({ system, code, ...span }) => (
            <Dated key={`${system} ${code}`} span={span} isOnly={codes.length === 1}>
              {formatCodeSystem(system)} <span className="code">{code}</span>
            </Dated>
          ))}
        </Fact>
      )}
      <Fact words={t('Trực thuộc')}>
        {parents.map(({ parent, ...span }) => (
          <Dated key={`${parent?.id} ${span.validFrom}`} span={span} isOnly={parents.length === 1}>
            {parent === null ? (
              t('không trực thuộc cơ quan nào')
            ) : (
              <PageLink to={paths.agency(parent.id)}>{parent.name}</PageLink>
            )}
          </Dated>
        ))}
      </Fact>
      {groups.length === 0 ? null : (
        <Fact words={t('Nhóm')}>
          {groups.map(({ group, ...span }) => (
            <Dated key={`${group} ${span.validFrom}`} span={span} isOnly={groups.length === 1}>
              {group}
            </Dated>
          ))}
        </Fact>
      )}
      <Relatives words={t('Hình thành từ')} relatives={predecessors} />
      <Relatives words={t('Chuyển thành')} relatives={successors} />
      <Fact words={t('Nguồn')}>
        {agency.source} <Checked verified={agency.verified} />
      </Fact>
    </dl>
  );
}

function Fact({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{words}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface DatedProps {
  readonly span: { readonly validFrom: string | null; readonly validTo: string | null };
  /** One thing that always held needs no days. */
  readonly isOnly: boolean;
  readonly children: ReactNode;
}

function Dated({ span, isOnly, children }: DatedProps) {
  return (
    <div>
      {children}
      {isOnly ? null : <span className="dim">, {formatSpan(span)}</span>}
    </div>
  );
}

function Relatives({
  words,
  relatives,
}: {
  readonly words: string;
  readonly relatives: AgencyDetail['predecessors'];
}) {
  if (relatives.length === 0) return null;
  const days = Map.groupBy(relatives, ({ on }) => on);
  return (
    <Fact words={words}>
      {[...days].map(([on, ofDay]) => (
        <div key={on}>
          <span className="dim">{t('ngày {day}:', { day: formatDay(on) })}</span>{' '}
          {ofDay.map(({ id, name }, at) => (
            <Fragment key={id}>
              {at === 0 ? '' : ', '}
              <PageLink to={paths.agency(id)}>{name}</PageLink>
            </Fragment>
          ))}
        </div>
      ))}
    </Fact>
  );
}
