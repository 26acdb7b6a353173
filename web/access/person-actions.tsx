import { ActionIcon, Button, Menu, Stack, TextInput } from '@mantine/core';
import { IconDots, IconPencil } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonDetail } from '#contract/access.ts';
import { ActButton } from '../act-button.tsx';
import { api } from '../api.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { useAccess } from '../session.tsx';
import { ActForm } from '../ui/act-form.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { InvitedAnswer } from './invited-answer.tsx';

type Asked = 'update' | 'lock' | 'sessions' | 'resend' | 'withdraw';

/** What can be done to a person's account; an act that may not be done says why. */
export function PersonActions({ person }: { readonly person: PersonDetail }) {
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const lock = useAccess('person.disable', { personId: person.id });
  const sessions = useAccess('person.end-sessions', { personId: person.id });
  const invite = useAccess('person.invite');
  const isLocked = person.state === 'disabled';
  return (
    <>
      <ActButton
        act="person.update"
        subject={{ personId: person.id }}
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => setAsked('update')}
      >
        {t('Sửa')}
      </ActButton>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={t('Thao tác khác')}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {person.state === 'invited' ? (
            <>
              <Menu.Item disabled={!invite.allowed} title={invite.why} onClick={() => setAsked('resend')}>
                {t('Gửi lại lời mời')}
              </Menu.Item>
              <Menu.Item disabled={!invite.allowed} title={invite.why} onClick={() => setAsked('withdraw')}>
                {t('Rút lời mời')}
              </Menu.Item>
            </>
          ) : null}
          {person.state === 'active' ? (
            <Menu.Item disabled={!sessions.allowed} title={sessions.why} onClick={() => setAsked('sessions')}>
              {t('Kết thúc mọi phiên đăng nhập')}
            </Menu.Item>
          ) : null}
          <Menu.Item disabled={!lock.allowed} title={lock.why} onClick={() => setAsked('lock')}>
            {isLocked ? t('Mở lại tài khoản') : t('Khóa tài khoản')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog title={t('Sửa thông tin')} isOpen={asked === 'update'} onClose={close}>
        <UpdateForm person={person} onDone={close} />
      </Dialog>
      <Dialog
        title={isLocked ? t('Mở lại tài khoản') : t('Khóa tài khoản')}
        isOpen={asked === 'lock'}
        onClose={close}
      >
        <LockForm person={person} onDone={close} />
      </Dialog>
      <Dialog title={t('Kết thúc mọi phiên đăng nhập')} isOpen={asked === 'sessions'} onClose={close}>
        <SessionsForm person={person} onDone={close} />
      </Dialog>
      <Dialog title={t('Gửi lại lời mời')} isOpen={asked === 'resend'} onClose={close} size="lg">
        <ResendForm person={person} onDone={close} />
      </Dialog>
      <Dialog title={t('Rút lời mời')} isOpen={asked === 'withdraw'} onClose={close}>
        <WithdrawForm person={person} onDone={close} />
      </Dialog>
    </>
  );
}

interface FormProps {
  readonly person: PersonDetail;
  readonly onDone: () => void;
}

/** Loads everything again after an act, since what a person may do can change with it. */
function useRefresh(onDone: () => void) {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries();
    onDone();
  };
}

function UpdateForm({ person, onDone }: FormProps) {
  const [name, setName] = useState(person.name);
  const [phone, setPhone] = useState(person.phone ?? '');
  const rename = useAccess('person.rename', { personId: person.id });
  const update = useMutation({
    mutationFn: () =>
      api.person.update({ personId: person.id, name, phone: phone.trim() === '' ? null : phone }),
    onSuccess: useRefresh(onDone),
  });
  return (
    <ActForm
      words={t('Lưu')}
      act={update}
      onSubmit={() => update.mutate()}
      isReady={name.trim() !== ''}
      onCancel={onDone}
    >
      <TextInput
        label={t('Họ và tên')}
        maxLength={200}
        value={name}
        disabled={!rename.allowed}
        description={rename.why}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('Điện thoại (nếu có)')}
        type="tel"
        maxLength={40}
        value={phone}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
    </ActForm>
  );
}

function LockForm({ person, onDone }: FormProps) {
  const [reason, setReason] = useState('');
  const isLocked = person.state === 'disabled';
  const lock = useMutation({
    mutationFn: () => (isLocked ? api.person.enable : api.person.disable)({ personId: person.id, reason }),
    onSuccess: useRefresh(onDone),
  });
  return (
    <ActForm
      words={isLocked ? t('Mở lại') : t('Khóa')}
      act={lock}
      onSubmit={() => lock.mutate()}
      isReady={reason.trim() !== ''}
      isDangerous={!isLocked}
      onCancel={onDone}
    >
      <p className="dim">
        {isLocked
          ? t('{name} đăng nhập lại được bằng mật khẩu cũ.', { name: person.name })
          : t(
              '{name} không đăng nhập được nữa và mọi phiên kết thúc ngay. Những việc đã làm được giữ nguyên.',
              {
                name: person.name,
              },
            )}
      </p>
      <TextInput
        label={t('Lý do')}
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActForm>
  );
}

function SessionsForm({ person, onDone }: FormProps) {
  const end = useMutation({ mutationFn: () => api.person.endSessions({ personId: person.id }) });
  if (end.data !== undefined)
    return (
      <Stack gap="sm">
        <p role="status">{t('Đã kết thúc {n} phiên.', { n: formatNumber(end.data.ended) })}</p>
        <Button className="fit" onClick={onDone}>
          {t('Xong')}
        </Button>
      </Stack>
    );
  return (
    <ActForm words={t('Kết thúc')} act={end} onSubmit={() => end.mutate()} isDangerous onCancel={onDone}>
      <p className="dim">
        {t('{name} phải đăng nhập lại ở mọi máy. Dùng khi mất máy hoặc nghi lộ mật khẩu.', {
          name: person.name,
        })}
      </p>
    </ActForm>
  );
}

function ResendForm({ person, onDone }: FormProps) {
  const queries = useQueryClient();
  const resend = useMutation({
    mutationFn: () => api.invitation.resend({ personId: person.id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['person', person.id] }),
  });
  if (resend.data !== undefined)
    return (
      <Stack gap="sm">
        <InvitedAnswer name={person.name} answer={resend.data} />
        <Button className="fit" onClick={onDone}>
          {t('Xong')}
        </Button>
      </Stack>
    );
  return (
    <ActForm words={t('Gửi lại')} act={resend} onSubmit={() => resend.mutate()} onCancel={onDone}>
      <p className="dim">{t('Đường dẫn cũ hết dùng được; đường dẫn mới dùng trong 7 ngày.')}</p>
    </ActForm>
  );
}

function WithdrawForm({ person, onDone }: FormProps) {
  const withdraw = useMutation({
    mutationFn: () => api.invitation.withdraw({ personId: person.id }),
    onSuccess: useRefresh(onDone),
  });
  return (
    <ActForm
      words={t('Rút lời mời')}
      act={withdraw}
      onSubmit={() => withdraw.mutate()}
      isDangerous
      onCancel={onDone}
    >
      <p className="dim">{t('Đường dẫn đã gửi cho {name} hết dùng được.', { name: person.name })}</p>
    </ActForm>
  );
}
