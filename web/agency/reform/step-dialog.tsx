import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Reform, ReformPreview } from '#contract/agency/reform.ts';
import { api, explainFailure } from '../../api.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/state.tsx';
import { ProblemNotice } from './reform-problems.tsx';
import { previewQuery } from './reform-queries.ts';
import { formatStep, type Step } from './reform-step-words.ts';

interface StepDialogProps {
  readonly reform: Reform;
  readonly step: Step;
  readonly onClose: () => void;
}

const REASONED: readonly Step[] = ['return', 'reverse'];

/** Says what a step will do, with numbers, and does it. */
export function StepDialog({ reform, step, onClose }: StepDialogProps) {
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: () => takeStep(reform, step, reason),
    onSuccess: async () => {
      // A reform applied or reversed touches agencies, tasks, people: everything that was loaded.
      await queries.invalidateQueries();
      onClose();
    },
  });
  const isBlocked = (step === 'submit' || step === 'apply') && reform.problems.length > 0;
  const asksReason = REASONED.includes(step);
  return (
    <Dialog title={titleOf(step, reform.title)} isOpen onClose={onClose} size="lg">
      <Stack gap="sm">
        {isBlocked ? (
          <ProblemNotice problems={reform.problems} />
        ) : (
          <Consequences reform={reform} step={step} />
        )}
        {asksReason ? (
          <Textarea
            label={t('Lý do')}
            required
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        {act.error === null ? null : (
          <Failure title={t('Chưa làm được')} sentences={explainFailure(act.error)} />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {isBlocked ? t('Đóng') : t('Thôi')}
          </Button>
          {isBlocked ? null : (
            <Button
              {...(step === 'reverse' ? { color: 'red' } : {})}
              loading={act.isPending}
              disabled={asksReason && reason.trim().length < 3}
              onClick={() => act.mutate()}
            >
              {formatStep(step)}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

function takeStep({ id: reformId, revision }: Reform, step: Step, reason: string): Promise<unknown> {
  const { reform } = api.agency;
  const one = { reformId, revision };
  switch (step) {
    case 'submit':
      return reform.submit(one);
    case 'approve':
      return reform.approve(one);
    case 'return':
      return reform.returnToAuthor({ ...one, reason });
    case 'apply':
      return reform.apply(one);
    case 'reverse':
      return reform.reverse({ ...one, reason });
  }
}

function titleOf(step: Step, title: string): string {
  return {
    submit: t('Trình duyệt “{title}”?', { title }),
    approve: t('Duyệt “{title}”?', { title }),
    return: t('Trả lại “{title}” để sửa?', { title }),
    apply: t('Thực hiện “{title}”?', { title }),
    reverse: t('Đảo lại “{title}”?', { title }),
  }[step];
}

function Consequences({ reform, step }: { readonly reform: Reform; readonly step: Step }) {
  const isOpen = reform.state !== 'applied';
  const { id: reformId, revision } = reform;
  const preview = useQuery({ ...previewQuery({ reformId, revision }), enabled: isOpen }).data;
  return (
    <>
      <p className="view-about">{sayStep(step, reform)}</p>
      {preview === undefined || step === 'return' ? null : <Numbers preview={preview} />}
    </>
  );
}

function sayStep(step: Step, { events, effectiveOn }: Reform): string {
  const n = formatNumber(events.length);
  const day = formatDay(effectiveOn);
  return {
    submit: t(
      'Phương án có {n} sự kiện, hiệu lực từ {day}. Sau khi trình, phương án không sửa được cho đến khi được trả lại; người khác duyệt.',
      { n, day },
    ),
    approve: t('Duyệt {n} sự kiện, hiệu lực từ {day}. Sau khi duyệt, phương án thực hiện được.', { n, day }),
    return: t(
      'Phương án trở lại tình trạng đang soạn để người soạn sửa; nếu đã duyệt, việc duyệt không còn giá trị.',
    ),
    apply: t(
      'Ghi {n} sự kiện vào lịch sử cơ quan từ {day} và chuyển mọi thứ dưới đây trong một lần; đảo lại được toàn bộ.',
      { n, day },
    ),
    reverse: t(
      'Gỡ {n} sự kiện từ {day} và đưa mọi thứ đã chuyển về cơ quan cũ, như trước khi thực hiện. Nếu đã có việc làm sau đó, việc đảo lại bị từ chối và nói rõ việc nào.',
      { n, day },
    ),
  }[step];
}

function Numbers({ preview: { ended, founded, movers } }: { readonly preview: ReformPreview }) {
  const parts = [
    t('{n} cơ quan kết thúc', { n: formatNumber(ended.length) }),
    t('{n} cơ quan mới', { n: formatNumber(founded.length) }),
    ...movers.map(({ words, total }) => t('{what}: {n}', { what: words, n: formatNumber(total) })),
  ];
  return (
    <ul className="problem-list">
      {parts.map((part) => (
        <li key={part}>{part}</li>
      ))}
    </ul>
  );
}
