import { Select } from '@mantine/core';

interface ClockFieldProps {
  readonly label: string;
  /** HH:MM. */
  readonly value: string;
  readonly isDisabled?: boolean;
  readonly onChoose: (time: string) => void;
}

const HALF_HOURS = Array.from(
  { length: 48 },
  (_, at) => `${String(Math.floor(at / 2)).padStart(2, '0')}:${at % 2 === 0 ? '00' : '30'}`,
);

/** A time of day on the clock of 24 hours, whatever the language of the machine. */
export function ClockField({ label, value, isDisabled = false, onChoose }: ClockFieldProps) {
  return (
    <Select
      label={label}
      w={130}
      value={value}
      data={[...new Set([...HALF_HOURS, value])].toSorted()}
      allowDeselect={false}
      disabled={isDisabled}
      onChange={(chosen) => onChoose(chosen ?? value)}
    />
  );
}
