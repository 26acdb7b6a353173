import { NumberInput, Textarea, TextInput } from '@mantine/core';
import type { LetterStart } from '#contract/notice/letter.ts';
import { t } from '../../i18n/translate.ts';
import { DayField } from '../../ui/day-field.tsx';

/** What the author says of a letter. */
export interface LetterWords extends LetterStart {
  /** Left out, the next of the register. */
  readonly number: number | undefined;
}

interface LetterFieldsProps {
  readonly words: LetterWords;
  readonly nextNumber: number | null;
  readonly onWords: (changes: Partial<LetterWords>) => void;
}

export function LetterFields({ words, nextNumber, onWords }: LetterFieldsProps) {
  const { signer } = words;
  return (
    <fieldset className="plain-fieldset letter-fields">
      <legend className="section-title">{t('Công văn')}</legend>
      <div className="letter-pair">
        <NumberInput
          label={t('Số')}
          description={t('Bỏ trống: số kế tiếp của sổ')}
          placeholder={nextNumber === null ? '' : String(nextNumber)}
          min={1}
          max={99_999}
          allowDecimal={false}
          hideControls
          value={words.number ?? ''}
          onChange={(value) => onWords({ number: typeof value === 'number' ? value : undefined })}
        />
        <TextInput
          label={t('Ký hiệu')}
          description={t('Viết tắt cơ quan và đơn vị soạn')}
          maxLength={60}
          value={words.symbol}
          onChange={(event) => onWords({ symbol: event.currentTarget.value })}
        />
      </div>
      <DayField
        label={t('Yêu cầu hoàn thành chậm nhất ngày')}
        value={words.askBy}
        onChoose={(day) => onWords({ askBy: day ?? '' })}
      />
      <div className="letter-pair">
        <TextInput
          label={t('Quyền hạn ký')}
          placeholder="KT. GIÁM ĐỐC"
          maxLength={300}
          value={signer.authority ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onWords({ signer: { ...signer, authority: value === '' ? null : value } })
          }
        />
        <TextInput
          label={t('Chức vụ người ký')}
          placeholder="PHÓ GIÁM ĐỐC"
          required
          maxLength={300}
          value={signer.title}
          onChange={({ currentTarget: { value } }) => onWords({ signer: { ...signer, title: value } })}
        />
      </div>
      <TextInput
        label={t('Họ tên người ký')}
        required
        maxLength={300}
        value={signer.name}
        onChange={({ currentTarget: { value } }) => onWords({ signer: { ...signer, name: value } })}
      />
      <Textarea
        label={t('Nơi nhận')}
        description={t('Mỗi dòng một nơi')}
        autosize
        minRows={3}
        value={words.recipients.join('\n')}
        onChange={({ currentTarget: { value } }) =>
          onWords({ recipients: value === '' ? [] : value.split('\n') })
        }
      />
      <Textarea
        label={t('Viết thêm')}
        description={t('Một đoạn đứng trước phần kết')}
        autosize
        minRows={2}
        maxLength={3_000}
        value={words.added ?? ''}
        onChange={({ currentTarget: { value } }) => onWords({ added: value === '' ? null : value })}
      />
    </fieldset>
  );
}
