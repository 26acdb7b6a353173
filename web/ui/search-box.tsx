import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../i18n/translate.ts';

interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (words: string) => void;
}

/** Words to look for, sent on when typing pauses. */
export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const send = useRef(onSearch);
  send.current = onSearch;
  // The timer is outside React.
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      send.current(typed);
    }, 250);
    return () => clearTimeout(timer);
  }, [typed]);
  // Going back in the browser changes the address from outside.
  if (value !== sent.current && typed === sent.current) {
    sent.current = value;
    setTyped(value);
  }
  return (
    <TextInput
      type="search"
      label={label}
      className="search-box"
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed === '' ? null : (
          <CloseButton size="sm" aria-label={t('Xóa từ tìm kiếm')} onClick={() => setTyped('')} />
        )
      }
    />
  );
}
