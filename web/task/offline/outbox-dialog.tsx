import { Stack } from '@mantine/core';
import { t } from '../../i18n/translate.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/state.tsx';
import { useWaiting } from './outbox-context.tsx';
import { WaitingEntryView } from './waiting-entry.tsx';

/** Everything of the person that is not on the server yet, and what each waits for. */
export function OutboxDialog({ onClose }: { readonly onClose: () => void }) {
  const waiting = useWaiting();
  return (
    <Dialog title={t('Việc chờ gửi')} isOpen onClose={onClose} size="xl">
      {waiting.length === 0 ? (
        <Empty title={t('Mọi việc đã được gửi')} />
      ) : (
        <Stack gap="md" component="ul" className="plain">
          {waiting.map((entry) => (
            <li key={entry.id} className="waiting-entry">
              <WaitingEntryView entry={entry} />
            </li>
          ))}
        </Stack>
      )}
    </Dialog>
  );
}
