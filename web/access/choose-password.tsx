import { Stack, Text } from '@mantine/core';
import { judgePassword, PASSWORD_LENGTH } from '#domain/access/judge-password.ts';
import { refusalSentence } from '#domain/kernel/refusal.ts';
import { t } from '../i18n/translate.ts';
import { SecretField } from '../ui/secret-field.tsx';

interface ChoosePasswordProps {
  readonly value: string;
  readonly again: string;
  /** What a password must not be made of: name, e-mail address. */
  readonly known: readonly string[];
  readonly onValue: (value: string) => void;
  readonly onAgain: (value: string) => void;
}

const NO_LIST: ReadonlySet<string> = new Set();

/** Two fields for a new password, judged while typing; the list of common ones stays with the server. */
export function ChoosePassword({ value, again, known, onValue, onAgain }: ChoosePasswordProps) {
  const refusals = value === '' ? [] : judgePassword(value, { common: NO_LIST, known });
  const differs = again !== '' && again !== value;
  return (
    <Stack gap="sm">
      <SecretField
        label={t('Mật khẩu mới')}
        description={t('Ít nhất {least} ký tự. Một câu ngắn dễ nhớ là tốt; không cần chữ hoa hay ký hiệu.', {
          least: PASSWORD_LENGTH.least,
        })}
        autoComplete="new-password"
        required
        value={value}
        error={
          refusals.length === 0 ? undefined : (
            <Text component="span" size="sm" aria-live="polite">
              {refusals.map(refusalSentence).join(' ')}
            </Text>
          )
        }
        onChange={(event) => onValue(event.currentTarget.value)}
      />
      <SecretField
        label={t('Nhập lại mật khẩu mới')}
        autoComplete="new-password"
        required
        value={again}
        error={differs ? t('Hai lần nhập chưa giống nhau') : undefined}
        onChange={(event) => onAgain(event.currentTarget.value)}
      />
    </Stack>
  );
}
