import { Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDownload, IconMailForward } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LetterInput, LetterStart } from '#contract/notice/letter.ts';
import { ActButton } from '../../act-button.tsx';
import { api, explainFailure } from '../../api.ts';
import { downloadFile } from '../../download.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { newId } from '../../new-id.ts';
import { paths } from '../../paths.ts';
import { ActForm } from '../../ui/act-form.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Failure, Loaded } from '../../ui/state.tsx';
import { LetterFields, type LetterWords } from './letter-fields.tsx';
import { LETTERS, type Overdue, previewQuery } from './letter-queries.ts';
import { LetterSheet } from './letter-sheet.tsx';
import { OverdueList } from './overdue-list.tsx';

interface ComposeLetterProps {
  readonly overdue: Overdue;
  readonly start: LetterStart;
  /** Of another filter than the one in the address. */
  readonly isStale: boolean;
}

/** What is urged and what is said of it on one side, the letter as it will look on the other. */
export function ComposeLetter({ overdue, start, isStale }: ComposeLetterProps) {
  const every = overdue.agencies.flatMap(({ items }) => items.map(({ dueItemId }) => dueItemId));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState<LetterWords>({ ...start, number: undefined });
  const [issued, setIssued] = useState<{ readonly id: string; readonly number: string }>();
  const chosen = new Set(every.filter((id) => !left.has(id)));
  const leave = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(left);
    for (const id of ids)
      if (isChosen) next.delete(id);
      else next.add(id);
    setLeft(next);
  };
  if (issued !== undefined)
    return (
      <Issued
        letter={issued}
        onAgain={() => {
          setIssued(undefined);
          setWords({ ...words, number: undefined, added: null });
        }}
      />
    );
  const input = inputOf([...chosen], words);
  return (
    <div className="compose-letter" data-stale={isStale}>
      <div className="compose-side no-print">
        <section aria-labelledby="chon-viec">
          <div className="section-head">
            <h2 id="chon-viec" className="section-title">
              {t('Chọn việc đôn đốc')}
            </h2>
            <Group gap="xs">
              <Button
                size="compact-sm"
                variant="default"
                disabled={chosen.size === every.length}
                onClick={() => setLeft(new Set())}
              >
                {t('Chọn tất cả')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                disabled={chosen.size === 0}
                onClick={() => setLeft(new Set(every))}
              >
                {t('Bỏ chọn')}
              </Button>
            </Group>
          </div>
          <OverdueList agencies={overdue.agencies} chosen={chosen} onChoose={leave} />
        </section>
        <LetterFields
          words={words}
          nextNumber={overdue.nextNumber}
          onWords={(changes) => setWords({ ...words, ...changes })}
        />
      </div>
      <Preview input={input} number={words.number} overdue={overdue} onIssued={setIssued} />
    </div>
  );
}

/** Lines left empty while typing are not of the letter. */
function inputOf(dueItemIds: string[], { number: _, ...words }: LetterWords): LetterInput {
  const recipients = words.recipients.map((line) => line.trim()).filter((line) => line !== '');
  return { ...words, dueItemIds, recipients };
}

function Preview({
  input,
  number,
  overdue,
  onIssued,
}: {
  readonly input: LetterInput;
  readonly number: number | undefined;
  readonly overdue: Overdue;
  readonly onIssued: (letter: { readonly id: string; readonly number: string }) => void;
}) {
  // Keys of objects made anew would never settle.
  const [settled] = useDebouncedValue(JSON.stringify(input), 350);
  const query = useQuery(previewQuery(JSON.parse(settled) as LetterInput));
  const [asking, setAsking] = useState(false);
  const isCurrent = !query.isPlaceholderData && settled === JSON.stringify(input);
  const barred = query.data?.barred ?? [];
  const chosen = new Set(input.dueItemIds);
  const agencies = overdue.agencies.filter(({ items }) =>
    items.some(({ dueItemId }) => chosen.has(dueItemId)),
  ).length;
  return (
    <section aria-labelledby="ban-xem-truoc" className="compose-preview">
      <div className="section-head no-print">
        <h2 id="ban-xem-truoc" className="section-title">
          {t('Công văn như sẽ ban hành')}
        </h2>
        <ActButton
          act="letter.issue"
          leftSection={<IconMailForward size={16} aria-hidden />}
          disabled={!isCurrent || query.error !== null || barred.length > 0}
          onClick={() => setAsking(true)}
        >
          {t('Ban hành')}
        </ActButton>
      </div>
      {isCurrent && barred.length > 0 ? (
        <div className="notice notice-warn no-print" role="status">
          <div className="notice-body">
            <strong>{t('Chưa ban hành được')}</strong>
            {barred.map(({ code, message }) => (
              <p key={code}>{message}</p>
            ))}
          </div>
        </div>
      ) : null}
      <Loaded query={query}>
        {({ document }) => <LetterSheet letter={document} isStale={!isCurrent} />}
      </Loaded>
      <Dialog title={t('Ban hành công văn đôn đốc')} isOpen={asking} onClose={() => setAsking(false)}>
        <IssueForm
          input={input}
          number={number}
          agencies={agencies}
          onIssued={onIssued}
          onClose={() => setAsking(false)}
        />
      </Dialog>
    </section>
  );
}

function IssueForm({
  input,
  number,
  agencies,
  onIssued,
  onClose,
}: {
  readonly input: LetterInput;
  readonly number: number | undefined;
  readonly agencies: number;
  readonly onIssued: (letter: { readonly id: string; readonly number: string }) => void;
  readonly onClose: () => void;
}) {
  const queries = useQueryClient();
  // One for all tries, so that a line cut in between does not issue it twice.
  const [id] = useState(newId);
  const issue = useMutation({
    mutationFn: () => api.letter.issue({ ...input, id, ...(number === undefined ? {} : { number }) }),
    onSuccess: (letter) => {
      onIssued(letter);
      void queries.invalidateQueries({ queryKey: [LETTERS] });
    },
  });
  return (
    <ActForm words={t('Ban hành')} act={issue} onSubmit={() => issue.mutate()} onCancel={onClose}>
      <p>
        {t('Gửi {agencies} cơ quan, đôn đốc {n} việc. Số công văn được lấy từ sổ và không dùng lại.', {
          agencies: formatNumber(agencies),
          n: formatNumber(input.dueItemIds.length),
        })}
      </p>
    </ActForm>
  );
}

function Issued({
  letter,
  onAgain,
}: {
  readonly letter: { readonly id: string; readonly number: string };
  readonly onAgain: () => void;
}) {
  const download = useMutation({ mutationFn: () => downloadFile(paths.letterFile(letter.id)) });
  return (
    <div className="notice" role="status">
      <div className="notice-body">
        <strong>{t('Đã ban hành Công văn số {number}', { number: letter.number })}</strong>
        <p>{t('Tệp Word giữ trong sổ công văn; hãy trình ký và đóng dấu theo quy định.')}</p>
        <Group gap="xs">
          <Button
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={download.isPending}
            onClick={() => download.mutate()}
          >
            {t('Tải tệp Word')}
          </Button>
          <Button variant="default" onClick={onAgain}>
            {t('Soạn công văn khác')}
          </Button>
        </Group>
        {download.error === null ? null : (
          <Failure title={t('Không tải được')} sentences={explainFailure(download.error)} />
        )}
      </div>
    </div>
  );
}
