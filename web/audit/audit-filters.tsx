import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { AUDIT_ACTS, auditActWords, auditSubjectWords } from '#domain/audit/audit-words.ts';
import { t } from '../i18n/translate.ts';
import { Choice } from '../ui/choice.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { auditPeopleQuery } from './audit-queries.ts';
import { type AuditView, isFiltered } from './audit-view.ts';

interface AuditFiltersProps {
  readonly view: AuditView;
  readonly onView: (changes: Partial<AuditView>) => void;
}

/** Acts to choose from, in the order of their words. */
const ACTS = AUDIT_ACTS.map((value) => ({ value, label: auditActWords(value) })).toSorted((a, b) =>
  a.label.localeCompare(b.label, 'vi'),
);

/** One thing, one person, one day, one act, or words; the address keeps them. */
export function AuditFilters({ view, onView }: AuditFiltersProps) {
  const people = useQuery(auditPeopleQuery).data ?? [];
  const all = t('Tất cả');
  return (
    <search className="no-print" aria-label={t('Tìm và lọc')}>
      <div className="filters-line">
        <SearchBox
          label={t('Tìm trong nhật ký (không cần dấu)')}
          value={view.text ?? ''}
          onSearch={(text) => onView({ text })}
        />
        {isFiltered(view) ? (
          <Button
            variant="default"
            onClick={() =>
              onView({
                text: undefined,
                act: undefined,
                person: undefined,
                agency: undefined,
                kind: undefined,
                thing: undefined,
                from: undefined,
                to: undefined,
              })
            }
          >
            {t('Bỏ lọc')}
          </Button>
        ) : null}
      </div>
      <div className="filter-fields">
        <Choice
          label={t('Người')}
          placeholder={all}
          value={view.person}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(person) => onView({ person })}
        />
        <Choice
          label={t('Việc')}
          placeholder={all}
          value={view.act}
          options={ACTS}
          onChoose={(act) => onView({ act })}
        />
        <DayField label={t('Từ ngày')} value={view.from} onChoose={(from) => onView({ from })} />
        <DayField label={t('Đến ngày')} value={view.to} onChoose={(to) => onView({ to })} />
      </div>
      {view.thing === undefined && view.agency === undefined ? null : (
        <div className="chips audit-followed">
          {view.thing === undefined ? null : (
            <Followed
              words={t('Chỉ một {kind}', { kind: auditSubjectWords(view.kind ?? '') })}
              onEnd={() => onView({ kind: undefined, thing: undefined })}
            />
          )}
          {view.agency === undefined ? null : (
            <Followed words={t('Chỉ một cơ quan')} onEnd={() => onView({ agency: undefined })} />
          )}
        </div>
      )}
    </search>
  );
}

function Followed({ words, onEnd }: { readonly words: string; readonly onEnd: () => void }) {
  return (
    <Button size="compact-sm" variant="light" onClick={onEnd} aria-label={t('Bỏ lọc: {words}', { words })}>
      {words} ✕
    </Button>
  );
}
