import { Button, Code, CopyButton, Stack, Text } from '@mantine/core';
import type { Invited } from '#contract/access.ts';
import { t } from '../i18n/translate.ts';

/** What became of an invitation: the letter left, or the link is to be passed on by hand. */
export function InvitedAnswer({ name, answer }: { readonly name: string; readonly answer: Invited }) {
  if (answer.link === null) return <Text size="sm">{t('Đã gửi thư mời đến {name}.', { name })}</Text>;
  const why = {
    sent: '',
    'not-configured': t('Máy chủ chưa cấu hình gửi thư.'),
    refused: t('Máy chủ thư không nhận địa chỉ này.'),
    unreachable: t('Chưa kết nối được máy chủ thư.'),
  }[answer.mail];
  const url = `${window.location.origin}${answer.link}`;
  return (
    <Stack gap="xs">
      <Text size="sm">
        {why}{' '}
        {t(
          'Hãy tự chuyển đường dẫn này cho {name}; nó dùng được một lần, trong 7 ngày, và chỉ hiện lúc này.',
          { name },
        )}
      </Text>
      <Code block className="one-time-link">
        {url}
      </Code>
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button variant="default" size="xs" onClick={copy}>
            {copied ? t('Đã chép') : t('Chép đường dẫn')}
          </Button>
        )}
      </CopyButton>
    </Stack>
  );
}
