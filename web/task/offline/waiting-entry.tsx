import { Button, Group, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkAct } from '#contract/task/work.ts';
import { formatInstant } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { Chip } from '../../ui/chip.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Loaded } from '../../ui/state.tsx';
import { ActView } from '../work/act-view.tsx';
import { changesQuery } from '../work/work-queries.ts';
import { formatDeed } from '../work/work-words.ts';
import type { WaitingEntry } from './held-outbox.ts';
import { useOutbox } from './outbox-context.tsx';
import type { WorkInput } from './send-work.ts';

/** One thing written here and not on the server yet: what it says, what it waits for, what can be done. */
export function WaitingEntryView({ entry }: { readonly entry: WaitingEntry }) {
  const { about } = entry.payload;
  return (
    <>
      <div className="waiting-head">
        <PageLink to={paths.part(about.assignmentId)}>{about.task}</PageLink>
        <span className="dim small">
          {about.label} · {t('viết lúc {at}', { at: formatInstant(entry.writtenAt) })}
        </span>
        <WaitingState entry={entry} />
      </div>
      {entry.held?.why === 'changed' && entry.kind === 'work' ? (
        <ChangedEntry entry={entry} />
      ) : (
        <PlainEntry entry={entry} />
      )}
    </>
  );
}

function WaitingState({ entry: { held, attempts } }: { readonly entry: WaitingEntry }) {
  if (held?.why === 'changed') return <Chip tone="warn">{t('Người khác vừa cập nhật: cần bạn chọn')}</Chip>;
  if (held !== null) return <Chip tone="warn">{t('Chưa nhận được: cần bạn sửa')}</Chip>;
  return (
    <Chip tone="accent">{attempts === 0 ? t('Chờ gửi') : t('Chờ gửi, đã thử {n} lần', { n: attempts })}</Chip>
  );
}

function PlainEntry({ entry }: { readonly entry: WaitingEntry }) {
  const outbox = useOutbox();
  const isRefused = entry.held !== null;
  return (
    <>
      <ul className="plain">
        {(entry.held?.sentences ?? []).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <OwnWords
        entry={entry}
        isEditable={isRefused && entry.kind !== 'evidence'}
        onSaved={() => outbox.sendNow()}
        saveWords={t('Gửi lại')}
      />
      <DropEntry entry={entry} />
    </>
  );
}

/** Side by side: what the person wrote, and what was done meanwhile. Nothing goes before they choose. */
function ChangedEntry({ entry }: { readonly entry: WaitingEntry }) {
  const outbox = useOutbox();
  const changes = useQuery(changesQuery(entry.subject, entry.seen));
  const seq = changes.data?.item.seq;
  const keep = () => (seq === undefined ? undefined : outbox.keep(entry.id, seq));
  return (
    <>
      <div className="side-by-side">
        <section aria-label={t('Của bạn')}>
          <h3 className="side-title">{t('Của bạn, chưa gửi')}</h3>
          <OwnWords entry={entry} isEditable onSaved={keep} saveWords={t('Sửa rồi gửi')} />
        </section>
        <section aria-label={t('Của người khác')}>
          <h3 className="side-title">{t('Đã ghi trong lúc đó')}</h3>
          <Loaded query={changes}>{({ acts }) => <OtherActs acts={acts} />}</Loaded>
        </section>
      </div>
      <Group gap="xs">
        <Button size="xs" disabled={seq === undefined} onClick={() => void keep()}>
          {t('Vẫn gửi nội dung của tôi')}
        </Button>
        <DropEntry entry={entry} />
      </Group>
    </>
  );
}

function OtherActs({ acts }: { readonly acts: readonly WorkAct[] }) {
  return acts.length === 0 ? (
    <p className="dim">{t('Không còn việc nào mới.')}</p>
  ) : (
    <ol className="plain side-acts">
      {acts.map((act) => (
        <li key={act.id}>
          <ActView act={act} />
        </li>
      ))}
    </ol>
  );
}

function OwnWords({
  entry,
  isEditable,
  onSaved,
  saveWords,
}: {
  readonly entry: WaitingEntry;
  readonly isEditable: boolean;
  readonly onSaved: () => unknown;
  readonly saveWords: string;
}) {
  const outbox = useOutbox();
  const [edited, setEdited] = useState<string>();
  const words = wordsOf(entry);
  if (edited === undefined)
    return (
      <div className="own-words">
        {entry.kind === 'work' ? <strong>{formatDeed(kindOf(entry))}</strong> : null}
        <p className="said">{words}</p>
        {isEditable && words !== '' ? (
          <Button size="compact-xs" variant="subtle" onClick={() => setEdited(words)}>
            {t('Sửa lời')}
          </Button>
        ) : null}
      </div>
    );
  const save = async () => {
    await outbox.rewrite(entry.id, withWords(entry, edited));
    await onSaved();
    setEdited(undefined);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Textarea
        label={t('Nội dung')}
        value={edited}
        onChange={(event) => setEdited(event.currentTarget.value)}
        autosize
        minRows={3}
        required
      />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="xs" disabled={edited.trim() === ''}>
          {saveWords}
        </Button>
        <Button size="xs" variant="default" onClick={() => setEdited(undefined)}>
          {t('Thôi')}
        </Button>
      </Group>
    </form>
  );
}

/** Asked twice: what is dropped stands nowhere else. */
function DropEntry({ entry }: { readonly entry: WaitingEntry }) {
  const outbox = useOutbox();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {t('Bỏ, không gửi')}
      </Button>
    );
  return (
    <Group gap="xs">
      <span>{t('Bỏ hẳn nội dung này?')}</span>
      <Button size="xs" color="red" onClick={() => void outbox.drop(entry.id)}>
        {t('Bỏ hẳn')}
      </Button>
      <Button size="xs" variant="default" onClick={() => setAsking(false)}>
        {t('Giữ lại')}
      </Button>
    </Group>
  );
}

const DEED_KINDS: Readonly<Record<WorkInput['deed'], string>> = {
  report: 'report',
  submit: 'submit',
  takeBack: 'take-back',
  accept: 'accept',
  return: 'return',
  close: 'close',
  reopen: 'reopen',
  askNotApplicable: 'ask-not-applicable',
  askExtension: 'ask-extension',
  grant: 'grant',
  refuse: 'refuse',
};

function kindOf({ payload }: WaitingEntry): string {
  return DEED_KINDS[(payload.input as WorkInput).deed];
}

/** The words of an act, the name of a file. */
function wordsOf({ payload }: WaitingEntry): string {
  const { text, words, name } = payload.input as {
    readonly text?: string;
    readonly words?: string;
    readonly name?: string;
  };
  return text ?? words ?? name ?? '';
}

function withWords({ payload }: WaitingEntry, text: string): WaitingEntry['payload'] {
  const input = payload.input as object;
  return { ...payload, input: 'words' in input ? { ...input, words: text } : { ...input, text } };
}
