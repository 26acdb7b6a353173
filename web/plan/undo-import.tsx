import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ActButton } from '../act-button.tsx';
import { api, explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/state.tsx';

interface UndoImportProps {
  readonly importId: string;
  readonly state: string;
  /** Of the file, to tell one button from another. */
  readonly name: string;
}

/** Takes an import back, confirmed or not, after saying what that means. */
export function UndoImport({ importId, state, name }: UndoImportProps) {
  const [opened, { open, close }] = useDisclosure(false);
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: () => api.plan.import.undo({ importId }),
    onSuccess: async () => {
      close();
      await queries.invalidateQueries();
    },
  });
  return (
    <>
      <ActButton
        act="plan.import"
        variant="default"
        size="xs"
        leftSection={<IconArrowBackUp size={14} aria-hidden />}
        onClick={open}
        aria-label={t('Hủy bản nhập {name}', { name })}
      >
        {t('Hủy bản nhập')}
      </ActButton>
      <Dialog isOpen={opened} onClose={close} title={t('Hủy bản nhập {name}?', { name })}>
        <Stack gap="sm">
          <Text size="sm">
            {state === 'confirmed'
              ? t(
                  'Kế hoạch lập từ văn bản này rời khỏi danh sách; kế hoạch nó thay thế (nếu có) trở lại. Văn bản gốc vẫn được giữ.',
                )
              : t('Bản đọc này được bỏ; chưa có kế hoạch nào lập từ nó. Văn bản gốc vẫn được giữ.')}
          </Text>
          {undo.error === null ? null : (
            <Failure title={t('Không hủy được')} sentences={explainFailure(undo.error)} />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('Giữ lại')}
            </Button>
            <Button color="red" loading={undo.isPending} onClick={() => undo.mutate()}>
              {t('Hủy bản nhập')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
