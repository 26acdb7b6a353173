import { Checkbox, TextInput } from '@mantine/core';
import { AgencyChoice } from '../../access/agency-choice.tsx';
import { t } from '../../i18n/translate.ts';
import { useSession } from '../../session.tsx';
import { DayField } from '../../ui/day-field.tsx';
import type { ReportDraft } from './report-draft.ts';

/** What or whom the work waits for, since when. */
export function BlockerFields({
  draft,
  onChange,
}: {
  readonly draft: ReportDraft;
  readonly onChange: (changes: Partial<ReportDraft>) => void;
}) {
  const { today } = useSession();
  return (
    <>
      <Checkbox
        label={draft.wasBlocked ? t('Vẫn còn vướng mắc (bỏ chọn khi đã gỡ)') : t('Đang vướng mắc')}
        checked={draft.isBlocked}
        onChange={(event) => onChange({ isBlocked: event.currentTarget.checked })}
      />
      {draft.isBlocked ? (
        <div className="form-line">
          <TextInput
            label={t('Vướng gì, chờ điều gì')}
            value={draft.blockedBy}
            onChange={(event) => onChange({ blockedBy: event.currentTarget.value })}
            required
          />
          <AgencyChoice
            label={t('Chờ cơ quan nào (không bắt buộc)')}
            placeholder={t('Gõ tên cơ quan')}
            value={draft.blockedAgency}
            day={today}
            onChoose={(blockedAgency) => onChange({ blockedAgency, blockedItem: undefined })}
          />
          <DayField
            label={t('Từ ngày')}
            value={draft.blockedSince}
            onChoose={(day) => onChange({ blockedSince: day ?? today })}
          />
        </div>
      ) : null}
    </>
  );
}
