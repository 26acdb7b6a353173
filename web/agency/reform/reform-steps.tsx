import { Group } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconPencil, IconPlayerPlay, IconSend } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Reform } from '#contract/agency/reform.ts';
import { ActButton } from '../../act-button.tsx';
import { t } from '../../i18n/translate.ts';
import { useSignedIn } from '../../session.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ReformFrame } from './reform-frame.tsx';
import { formatStep, type Step } from './reform-step-words.ts';
import { StepDialog } from './step-dialog.tsx';
import { useReformUpdate } from './use-reform-update.ts';

const ACT_OF = {
  submit: 'reform.draft',
  approve: 'reform.approve',
  return: 'reform.return',
  apply: 'reform.apply',
  reverse: 'reform.reverse',
} as const satisfies Record<Step, `reform.${string}`>;

/** What leads on from each state, the first as the thing to do next. */
const STEPS_OF: Readonly<Record<Reform['state'], readonly Step[]>> = {
  draft: ['submit'],
  submitted: ['approve', 'return'],
  approved: ['apply', 'return'],
  applied: ['reverse'],
  reversed: [],
};

/** The acts that take a reform on from where it is; who may not do one reads why. */
export function ReformSteps({ reform }: { readonly reform: Reform }) {
  const [step, setStep] = useState<Step>();
  const subject = { authorId: useAuthorId(reform), state: reform.state };
  return (
    <Group gap="xs">
      {reform.state === 'draft' ? <EditFrame reform={reform} /> : null}
      {STEPS_OF[reform.state].map((one, at) => (
        <ActButton
          key={one}
          act={ACT_OF[one]}
          subject={subject}
          variant={at === 0 && one !== 'reverse' ? 'filled' : 'default'}
          leftSection={iconOf(one)}
          onClick={() => setStep(one)}
        >
          {formatStep(one)}
        </ActButton>
      ))}
      {step === undefined ? null : (
        <StepDialog reform={reform} step={step} onClose={() => setStep(undefined)} />
      )}
    </Group>
  );
}

/** Whoever changed the draft wrote it too, and does not approve it. */
function useAuthorId({ author, acts }: Reform): string | null {
  const { personId } = useSignedIn();
  const drafted = acts.some(
    ({ kind, person }) => (kind === 'created' || kind === 'changed') && person.id === personId,
  );
  return drafted ? personId : author.id;
}

function iconOf(step: Step): ReactNode {
  const Icon = {
    submit: IconSend,
    approve: IconCheck,
    return: IconArrowBackUp,
    apply: IconPlayerPlay,
    reverse: IconArrowBackUp,
  }[step];
  return <Icon size={16} aria-hidden />;
}

function EditFrame({ reform }: { readonly reform: Reform }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const update = useReformUpdate(reform, close);
  return (
    <>
      <ActButton
        act="reform.draft"
        subject={{ state: reform.state }}
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('Sửa thông tin')}
      </ActButton>
      <Dialog title={t('Sửa phương án sắp xếp')} isOpen={isOpen} onClose={close} size="lg">
        <ReformFrame
          initial={{
            title: reform.title,
            effectiveOn: reform.effectiveOn,
            decision: reform.decision,
            note: reform.note,
          }}
          submitWords={t('Lưu')}
          isPending={update.isPending}
          error={update.error}
          onSubmit={(frame) => update.mutate(frame)}
          onCancel={close}
        />
      </Dialog>
    </>
  );
}
