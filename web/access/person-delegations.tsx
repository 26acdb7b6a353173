import { Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Delegation, PersonDetail, Post } from '#contract/access.ts';
import { MOST_DELEGATED_DAYS } from '#domain/access/decide-delegation.ts';
import { ActButton } from '../act-button.tsx';
import { api, explainFailure } from '../api.ts';
import { formatDay } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { useSession } from '../session.tsx';
import { ActForm } from '../ui/act-form.tsx';
import { Chip } from '../ui/chip.tsx';
import { Choice } from '../ui/choice.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/state.tsx';
import { formatSpell } from './people-words.ts';
import { PersonChoice } from './person-choice.tsx';

/** Who acts for whom while absent: given and received. */
export function PersonDelegations({ person }: { readonly person: PersonDetail }) {
  const { today } = useSession();
  const running = person.posts.filter(
    ({ validFrom, validTo }) => validTo === null || (validTo >= today && validTo >= validFrom),
  );
  return (
    <section aria-labelledby="uy-quyen">
      <Group justify="space-between" mb="xs">
        <h2 id="uy-quyen" className="section-title">
          {t('Ủy quyền khi vắng mặt')}
        </h2>
        {running.length === 0 ? null : <GiveDelegation person={person} posts={running} />}
      </Group>
      {person.delegations.length === 0 ? (
        <p className="dim">{t('Chưa có ủy quyền nào.')}</p>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t('Chức vụ')}</th>
              <th scope="col">{t('Ai làm thay ai')}</th>
              <th scope="col">{t('Thời gian')}</th>
              <th scope="col">{t('Lý do')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('Thao tác')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {person.delegations.map((one) => (
              <tr key={one.id}>
                <td>
                  {one.title}, {one.agencyName}
                </td>
                <td data-label={t('Ai làm thay ai')}>
                  {t('{to} làm thay {from}', { to: one.to.name, from: one.from.name })}
                </td>
                <td data-label={t('Thời gian')}>
                  {formatSpell(one)}{' '}
                  {one.revokedOn === null ? null : (
                    <Chip>{t('thu hồi từ {day}', { day: formatDay(one.revokedOn) })}</Chip>
                  )}
                </td>
                <td data-label={t('Lý do')}>{one.reason}</td>
                <td>{one.revokedOn === null && one.validTo >= today ? <Revoke delegation={one} /> : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Revoke({ delegation }: { readonly delegation: Delegation }) {
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => api.delegation.revoke({ delegationId: delegation.id }),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <Stack gap="xs" align="flex-end">
      <ActButton
        act="delegation.give"
        subject={{ personId: delegation.from.personId }}
        variant="default"
        size="xs"
        loading={revoke.isPending}
        onClick={() => revoke.mutate()}
        aria-label={t('Thu hồi ủy quyền cho {name}', { name: delegation.to.name })}
      >
        {t('Thu hồi')}
      </ActButton>
      {revoke.error === null ? null : (
        <Failure title={t('Không lưu được')} sentences={explainFailure(revoke.error)} />
      )}
    </Stack>
  );
}

interface GiveProps {
  readonly person: PersonDetail;
  readonly posts: readonly Post[];
}

function GiveDelegation({ person, posts }: GiveProps) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <ActButton
        act="delegation.give"
        subject={{ personId: person.id }}
        variant="default"
        size="xs"
        onClick={() => setOpen(true)}
      >
        {t('Ủy quyền')}
      </ActButton>
      <Dialog title={t('Ủy quyền khi vắng mặt')} isOpen={isOpen} onClose={close} size="lg">
        <GiveForm person={person} posts={posts} onDone={close} />
      </Dialog>
    </>
  );
}

function GiveForm({ person, posts, onDone }: GiveProps & { readonly onDone: () => void }) {
  const { today } = useSession();
  const queries = useQueryClient();
  const [postId, setPostId] = useState(posts[0]?.id);
  const [toPersonId, setTo] = useState<string>();
  const [validFrom, setFrom] = useState<string | undefined>(today);
  const [validTo, setLast] = useState<string>();
  const [reason, setReason] = useState('');
  const post = posts.find(({ id }) => id === postId);
  const isReady =
    post !== undefined &&
    toPersonId !== undefined &&
    validFrom !== undefined &&
    validTo !== undefined &&
    reason.trim() !== '';
  const give = useMutation({
    mutationFn: () =>
      api.delegation.give({
        postId: postId ?? '',
        toPersonId: toPersonId ?? '',
        validFrom: validFrom ?? '',
        validTo: validTo ?? '',
        reason,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  return (
    <ActForm
      words={t('Ủy quyền')}
      act={give}
      isReady={isReady}
      onSubmit={() => {
        if (isReady) give.mutate();
      }}
      onCancel={onDone}
    >
      <p className="dim">
        {t(
          'Người được ủy quyền làm thay trong chức vụ này; mỗi việc họ làm đều ghi là thay ai. Nhiều nhất {most} ngày.',
          {
            most: MOST_DELEGATED_DAYS,
          },
        )}
      </p>
      <Choice
        label={t('Chức vụ')}
        placeholder={t('Chọn chức vụ')}
        value={postId}
        options={posts.map(({ id, title, agencyName }) => ({
          value: id,
          label: `${title}, ${agencyName}`,
        }))}
        onChoose={setPostId}
      />
      <PersonChoice
        label={t('Người làm thay')}
        placeholder={t('Gõ tên người làm thay')}
        value={toPersonId}
        exceptId={person.id}
        onChoose={setTo}
      />
      <Group grow align="flex-end">
        <DayField label={t('Từ ngày')} value={validFrom} onChoose={setFrom} />
        <DayField label={t('Đến ngày')} value={validTo} onChoose={setLast} />
      </Group>
      <TextInput
        label={t('Lý do')}
        placeholder={t('Ví dụ: nghỉ phép')}
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActForm>
  );
}
