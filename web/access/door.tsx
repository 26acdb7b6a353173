import { Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

/** The frame of the pages before one is signed in: a narrow column with the name of the product. */
export function Door({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} – Đôn Đốc`;
  }, [title]);
  return (
    <main className="door" id="noi-dung" tabIndex={-1}>
      <Stack gap="lg">
        <div className="door-brand">
          <img src="/icon.svg" alt="" width={32} height={32} />
          <Text fw={600} size="lg" component="span">
            Đôn Đốc
          </Text>
        </div>
        <Title order={1} size="h3">
          {title}
        </Title>
        {children}
      </Stack>
    </main>
  );
}
