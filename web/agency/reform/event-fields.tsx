import { Button, Checkbox, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { t } from '../../i18n/translate.ts';
import { Choice } from '../../ui/choice.tsx';
import { Choices } from '../../ui/choices.tsx';
import { type EventDraft, type Founding, NO_FOUNDING } from './event-draft.ts';
import { FoundingFields, splitNames } from './founding-fields.tsx';
import type { AgencyOption } from './use-agency-options.ts';

interface EventFieldsProps {
  readonly draft: EventDraft;
  readonly options: readonly AgencyOption[];
  readonly onDraft: (changes: Partial<EventDraft>) => void;
}

/** What each kind of event asks for. */
export function EventFields(props: EventFieldsProps) {
  switch (props.draft.kind) {
    case 'merge':
      return <MergeFields {...props} />;
    case 'split':
      return <SplitFields {...props} />;
    case 'establish':
      return <OneFounding {...props} />;
    case 'transfer':
      return <TransferFields {...props} />;
    default:
      return <OneAgencyFields {...props} />;
  }
}

function MergeFields({ draft, options, onDraft }: EventFieldsProps) {
  return (
    <>
      <Choices
        label={t('Các cơ quan hợp nhất, sáp nhập')}
        placeholder={t('Gõ tên, không cần dấu')}
        values={draft.agencyIds}
        options={options}
        onChoose={(agencyIds) => onDraft({ agencyIds })}
      />
      <SegmentedControl
        aria-label={t('Thành cơ quan nào')}
        value={draft.intoNew ? 'new' : 'held'}
        onChange={(value) => onDraft({ intoNew: value === 'new' })}
        data={[
          { value: 'new', label: t('Thành cơ quan mới') },
          { value: 'held', label: t('Vào cơ quan đang có') },
        ]}
      />
      {draft.intoNew ? (
        <OneFounding draft={draft} options={options} onDraft={onDraft} />
      ) : (
        <Choice
          label={t('Cơ quan tiếp nhận')}
          placeholder={t('Gõ tên, không cần dấu')}
          value={draft.heirIds[0]}
          options={options}
          onChoose={(id) => onDraft({ heirIds: id === undefined ? [] : [id] })}
        />
      )}
    </>
  );
}

function OneFounding({ draft, options, onDraft }: EventFieldsProps) {
  return (
    <FoundingFields
      founding={draft.foundings[0] ?? NO_FOUNDING}
      options={options}
      onFounding={(founding) => onDraft({ foundings: [founding] })}
    />
  );
}

function SplitFields({ draft, options, onDraft }: EventFieldsProps) {
  const { foundings } = draft;
  const put = (at: number, founding: Founding) => onDraft({ foundings: foundings.with(at, founding) });
  return (
    <>
      <OneAgency label={t('Cơ quan được chia, tách')} draft={draft} options={options} onDraft={onDraft} />
      <Checkbox
        label={t('Cơ quan này vẫn hoạt động (tách), không kết thúc (chia)')}
        checked={draft.goesOn}
        onChange={(event) => onDraft({ goesOn: event.currentTarget.checked })}
      />
      <Choices
        label={t('Cơ quan đang có tiếp nhận')}
        placeholder={t('Gõ tên, không cần dấu')}
        values={draft.heirIds}
        options={options}
        onChoose={(heirIds) => onDraft({ heirIds })}
      />
      {foundings.map((founding, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: new agencies have nothing else to be told apart by
        <div key={at}>
          <FoundingFields founding={founding} options={options} onFounding={(one) => put(at, one)} />
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            onClick={() => onDraft({ foundings: foundings.toSpliced(at, 1) })}
          >
            {t('Bỏ cơ quan mới này')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onDraft({ foundings: [...foundings, NO_FOUNDING] })}
        >
          {t('Thêm cơ quan mới')}
        </Button>
      </div>
    </>
  );
}

function TransferFields({ draft, options, onDraft }: EventFieldsProps) {
  return (
    <>
      <OneAgency
        label={t('Từ cơ quan (có thể để trống)')}
        draft={draft}
        options={options}
        onDraft={onDraft}
      />
      <Choice
        label={t('Sang cơ quan')}
        placeholder={t('Gõ tên, không cần dấu')}
        value={draft.toId}
        options={options}
        onChoose={(toId) => onDraft({ toId })}
      />
      <Textarea
        label={t('Nhiệm vụ chuyển')}
        required
        autosize
        minRows={2}
        value={draft.duty}
        onChange={(event) => onDraft({ duty: event.currentTarget.value })}
      />
    </>
  );
}

/** A new name, another parent, an end: of one agency. */
function OneAgencyFields({ draft, options, onDraft }: EventFieldsProps) {
  return (
    <>
      <OneAgency label={t('Cơ quan nào')} draft={draft} options={options} onDraft={onDraft} />
      {draft.kind === 'rename' ? (
        <div className="words-grid-even">
          <TextInput
            label={t('Tên mới')}
            required
            value={draft.name}
            onChange={(event) => onDraft({ name: event.currentTarget.value })}
          />
          <TextInput
            label={t('Tên ngắn')}
            defaultValue={draft.shortNames.join('; ')}
            onChange={(event) => onDraft({ shortNames: splitNames(event.currentTarget.value) })}
          />
        </div>
      ) : null}
      {draft.kind === 'move' ? (
        <Choice
          label={t('Cơ quan cấp trên mới')}
          placeholder={t('Không trực thuộc')}
          value={draft.parentId}
          options={options}
          onChoose={(parentId) => onDraft({ parentId })}
        />
      ) : null}
      {draft.kind === 'abolish' ? (
        <Choices
          label={t('Cơ quan tiếp nhận nhiệm vụ (có thể để trống)')}
          placeholder={t('Gõ tên, không cần dấu')}
          description={t(
            'Một cơ quan: nhận hết phần việc. Nhiều cơ quan: chọn nơi nhận từng phần ở mục xem trước.',
          )}
          values={draft.heirIds}
          options={options}
          onChoose={(heirIds) => onDraft({ heirIds })}
        />
      ) : null}
    </>
  );
}

function OneAgency({ label, draft, options, onDraft }: EventFieldsProps & { readonly label: string }) {
  return (
    <Choice
      label={label}
      placeholder={t('Gõ tên, không cần dấu')}
      value={draft.agencyId}
      options={options}
      onChoose={(agencyId) => onDraft({ agencyId })}
    />
  );
}
