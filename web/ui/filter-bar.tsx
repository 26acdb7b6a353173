import { Button, Collapse } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { t } from '../i18n/translate.ts';
import { SearchBox } from './search-box.tsx';

interface FilterBarProps {
  /** What words are looked for in. */
  readonly label: string;
  readonly search: string | undefined;
  readonly onSearch: (words: string) => void;
  /** How many filters narrow the list, besides the words. */
  readonly count: number;
  readonly onClear: () => void;
  /** Before the words: what the list is of. */
  readonly lead?: ReactNode;
  /** Always in sight, under the line. */
  readonly between?: ReactNode;
  /** The fields, drawn only where they are opened. */
  readonly children: () => ReactNode;
}

/** Words to look for, and filters behind a button that says how many are set. */
export function FilterBar({
  label,
  search,
  onSearch,
  count,
  onClear,
  lead,
  between,
  children,
}: FilterBarProps) {
  const [opened, { toggle }] = useDisclosure(count > 0);
  return (
    <search className="filters no-print" aria-label={t('Tìm và lọc')}>
      <div className="filters-line">
        {lead}
        <SearchBox label={label} value={search ?? ''} onSearch={onSearch} />
        <Button
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          onClick={toggle}
          aria-expanded={opened}
          aria-controls="bo-loc"
        >
          {count === 0 ? t('Bộ lọc') : t('Bộ lọc ({n})', { n: count })}
        </Button>
        {count === 0 && search === undefined ? null : (
          <Button variant="subtle" onClick={onClear}>
            {t('Bỏ lọc')}
          </Button>
        )}
      </div>
      {between}
      <Collapse expanded={opened} id="bo-loc">
        {opened ? children() : null}
      </Collapse>
    </search>
  );
}
