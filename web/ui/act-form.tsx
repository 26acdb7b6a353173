import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { Failure } from './state.tsx';

interface ActFormProps {
  /** What the button of the act says. */
  readonly words: string;
  /** The act while it is under way, and why it was refused. */
  readonly act: { readonly isPending: boolean; readonly error: unknown };
  readonly isReady?: boolean;
  readonly isDangerous?: boolean;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog: its fields or words, what went wrong, and at its foot the way back and the act. */
export function ActForm({
  words,
  act,
  isReady = true,
  isDangerous = false,
  onSubmit,
  onCancel,
  children,
}: ActFormProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Stack gap="sm">
        {children}
        {act.error === null ? null : (
          <Failure title={t('Không lưu được')} sentences={explainFailure(act.error)} />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('Thôi')}
          </Button>
          <Button
            type="submit"
            disabled={!isReady}
            loading={act.isPending}
            {...(isDangerous ? { color: 'red' } : {})}
          >
            {words}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
