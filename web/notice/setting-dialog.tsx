import { Group, Select, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NoticeSetting } from '#contract/notice.ts';
import { MAIL_CHOICES } from '#domain/notice/digest-time.ts';
import { api } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { ActForm } from '../ui/act-form.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Loaded } from '../ui/state.tsx';
import { ClockField } from './clock-field.tsx';
import { mailChoiceName } from './notice-names.ts';
import { settingQuery } from './notice-queries.ts';

/** How often and when letters come to oneself. */
export function SettingDialog({ onClose }: { readonly onClose: () => void }) {
  const query = useQuery(settingQuery);
  return (
    <Dialog title={t('Cách nhận lời nhắc')} isOpen onClose={onClose}>
      <Loaded query={query}>
        {({ mailIsConfigured, ...setting }) => (
          <SettingForm setting={setting} mailIsConfigured={mailIsConfigured} onClose={onClose} />
        )}
      </Loaded>
    </Dialog>
  );
}

function SettingForm({
  setting,
  mailIsConfigured,
  onClose,
}: {
  readonly setting: NoticeSetting;
  readonly mailIsConfigured: boolean;
  readonly onClose: () => void;
}) {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(setting);
  const save = useMutation({
    mutationFn: () => api.notice.updateSetting(chosen),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: settingQuery.queryKey });
      onClose();
    },
  });
  return (
    <ActForm words={t('Lưu')} act={save} onSubmit={() => save.mutate()} onCancel={onClose}>
      {mailIsConfigured ? null : (
        <Text size="sm" className="notice notice-warn">
          {t('Máy chủ này chưa được cài để gửi thư; lời nhắc vẫn hiện trên trang.')}
        </Text>
      )}
      <Select
        label={t('Thư nhắc việc')}
        value={chosen.mail}
        data={MAIL_CHOICES.map((value) => ({ value, label: mailChoiceName(value) }))}
        allowDeselect={false}
        onChange={(value) =>
          setChosen({ ...chosen, mail: MAIL_CHOICES.find((one) => one === value) ?? chosen.mail })
        }
      />
      <Group align="flex-end" gap="sm">
        <ClockField
          label={t('Không gửi từ')}
          value={chosen.quietFrom}
          onChoose={(quietFrom) => setChosen({ ...chosen, quietFrom })}
        />
        <ClockField
          label={t('đến')}
          value={chosen.quietTo}
          onChoose={(quietTo) => setChosen({ ...chosen, quietTo })}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {t('Thư chỉ gửi vào ngày làm việc. Trên trang luôn có đủ mọi lời nhắc.')}
      </Text>
    </ActForm>
  );
}
