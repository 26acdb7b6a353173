import { type ComboboxItem, type OptionsFilter, Select } from '@mantine/core';
import { fold } from '#domain/kernel/text.ts';

interface ChoiceProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string | undefined) => void;
}

/** Narrows options by words typed in any spelling. */
export const findWithoutDiacritics: OptionsFilter = ({ options, search }) => {
  const words = fold(search).split(' ');
  return (options as ComboboxItem[]).filter(({ label }) => {
    const folded = fold(label);
    return words.every((word) => folded.includes(word));
  });
};

/** One of a list, found by typing without diacritics; choosing none is choosing all. */
export function Choice({ label, placeholder, value, options, onChoose }: ChoiceProps) {
  return (
    <Select
      label={label}
      placeholder={placeholder}
      value={value ?? null}
      data={[...options]}
      onChange={(chosen) => onChoose(chosen ?? undefined)}
      filter={findWithoutDiacritics}
      searchable
      clearable
      limit={60}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    />
  );
}
