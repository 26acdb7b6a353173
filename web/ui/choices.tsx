import { MultiSelect } from '@mantine/core';
import { findWithoutDiacritics } from './choice.tsx';

interface ChoicesProps {
  readonly label: string;
  readonly placeholder: string;
  readonly description?: string;
  readonly values: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (values: readonly string[]) => void;
}

/** Several of a list, found by typing without diacritics. */
export function Choices({ label, placeholder, description, values, options, onChoose }: ChoicesProps) {
  return (
    <MultiSelect
      label={label}
      placeholder={placeholder}
      description={description}
      value={[...values]}
      data={[...options]}
      onChange={onChoose}
      filter={findWithoutDiacritics}
      searchable
      clearable
      hidePickedOptions
      limit={60}
    />
  );
}
