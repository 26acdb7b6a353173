import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatDay, parseDay } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';

interface DayFieldProps {
  readonly label: string;
  /** An ISO day. */
  readonly value: string | undefined;
  readonly onChoose: (iso: string | undefined) => void;
}

/** A day typed as dd/mm/yyyy; the browser's own field would follow the language of the machine. */
export function DayField({ label, value, onChoose }: DayFieldProps) {
  const shown = value === undefined ? '' : formatDay(value);
  const [typed, setTyped] = useState(shown);
  const [last, setLast] = useState(shown);
  if (shown !== last) {
    setLast(shown);
    setTyped(shown);
  }
  const isWrong = typed.length >= 10 && parseDay(typed) === undefined;
  return (
    <TextInput
      label={label}
      placeholder="dd/mm/yyyy"
      inputMode="numeric"
      value={typed}
      error={isWrong ? t('Không phải một ngày') : undefined}
      onChange={(event) => {
        const words = event.currentTarget.value;
        setTyped(words);
        const day = parseDay(words);
        if (words === '') onChoose(undefined);
        else if (day !== undefined && words.trim().length >= 8) onChoose(day);
      }}
    />
  );
}
