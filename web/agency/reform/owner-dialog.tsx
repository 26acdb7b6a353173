import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { NewOwner, ReformPreview } from '#contract/agency/reform.ts';
import { t } from '../../i18n/translate.ts';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatLevel } from '../agency-words.ts';

/** No id of an agency has a capital letter. */
const CLOSED = 'CLOSED';

interface OwnerDialogProps {
  /** The agency or the thing whose owner is chosen. */
  readonly what: string;
  readonly heirs: readonly { readonly id: string; readonly name: string }[];
  readonly owners: ReformPreview['owners'];
  readonly owner: NewOwner | undefined;
  readonly onOwner: (owner: NewOwner | undefined) => void;
  readonly onClose: () => void;
}

/** Who goes on with something of an agency that ends: a successor, any other agency, or nobody. */
export function OwnerDialog({ what, heirs, owners, owner, onOwner, onClose }: OwnerDialogProps) {
  const [chosen, setChosen] = useState(owner);
  const value = chosen === undefined ? undefined : chosen.kind === 'closed' ? CLOSED : chosen.agencyId;
  const isHeir = (id: string) => heirs.some((heir) => heir.id === id);
  const options = [
    ...owners
      .filter(({ id }) => isHeir(id))
      .map(({ id, name }) => ({ value: id, label: t('{name} (kế thừa)', { name }) })),
    { value: CLOSED, label: t('Đóng lại, không chuyển') },
    ...owners
      .filter(({ id }) => !isHeir(id))
      .map(({ id, name, level }) => ({ value: id, label: `${name} (${formatLevel(level)})` })),
  ];
  return (
    <Dialog title={t('Nơi nhận của {name}', { name: what })} isOpen onClose={onClose}>
      <Stack gap="sm">
        <Choice
          label={t('Cơ quan tiếp nhận')}
          placeholder={t('Theo sự kiện')}
          value={value}
          options={options}
          onChoose={(id) =>
            setChosen(
              id === undefined
                ? undefined
                : id === CLOSED
                  ? { kind: 'closed' }
                  : { kind: 'agency', agencyId: id },
            )
          }
        />
        <Text size="sm" c="dimmed">
          {t('Việc đóng lại dừng ở ngày cuối của cơ quan cũ và không chuyển cho ai; lịch sử vẫn giữ.')}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('Thôi')}
          </Button>
          <Button onClick={() => onOwner(chosen)}>{t('Lưu')}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
