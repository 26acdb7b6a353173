import { Button, Group } from '@mantine/core';
import { explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { Failure } from '../ui/state.tsx';

interface FormEndProps {
  readonly words: string;
  readonly isReady: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly isDangerous?: boolean;
  readonly onCancel: () => void;
}

/** The foot of a form in a dialog: what went wrong, the way back, and the act itself. */
export function FormEnd({ words, isReady, isPending, error, isDangerous = false, onCancel }: FormEndProps) {
  return (
    <>
      {error === null ? null : <Failure title={t('Không lưu được')} sentences={explainFailure(error)} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {t('Thôi')}
        </Button>
        <Button
          type="submit"
          disabled={!isReady}
          loading={isPending}
          {...(isDangerous ? { color: 'red' } : {})}
        >
          {words}
        </Button>
      </Group>
    </>
  );
}
