import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { t } from '../i18n/translate.ts';

/** A password, hidden until one asks to see it. */
export function SecretField(props: PasswordInputProps) {
  return (
    <PasswordInput {...props} visibilityToggleButtonProps={{ 'aria-label': t('Hiện hoặc ẩn mật khẩu') }} />
  );
}
