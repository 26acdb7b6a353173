import { TextInput } from '@mantine/core';
import { t } from '../../i18n/translate.ts';
import { Choice } from '../../ui/choice.tsx';
import { formatCodeSystem, formatKind, formatLevel, KINDS, LEVELS } from '../agency-words.ts';
import type { Founding } from './event-draft.ts';
import type { AgencyOption } from './use-agency-options.ts';

interface FoundingFieldsProps {
  readonly founding: Founding;
  readonly options: readonly AgencyOption[];
  readonly onFounding: (founding: Founding) => void;
}

/** What a new agency is called, what it is, and below which other it stands. */
export function FoundingFields({ founding, options, onFounding }: FoundingFieldsProps) {
  const set = (changes: Partial<Founding>) => onFounding({ ...founding, ...changes });
  const codeOf = (system: 'egov' | 'gso') =>
    founding.codes.find((code) => code.system === system)?.code ?? '';
  const setCode = (system: 'egov' | 'gso', code: string) =>
    set({
      codes: [
        ...founding.codes.filter((one) => one.system !== system),
        ...(code === '' ? [] : [{ system, code }]),
      ],
    });
  return (
    <fieldset className="founding">
      <legend>{t('Cơ quan mới')}</legend>
      <TextInput
        label={t('Tên cơ quan mới')}
        required
        value={founding.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <div className="words-grid-even">
        <Choice
          label={t('Cấp')}
          placeholder={t('Chọn')}
          value={founding.level}
          options={LEVELS.map((level) => ({ value: level, label: formatLevel(level) }))}
          onChoose={(level) => set({ level: LEVELS.find((one) => one === level) ?? founding.level })}
        />
        <Choice
          label={t('Loại cơ quan')}
          placeholder={t('Chọn')}
          value={founding.kind}
          options={KINDS.map((kind) => ({ value: kind, label: formatKind(kind) }))}
          onChoose={(kind) => set({ kind: KINDS.find((one) => one === kind) ?? founding.kind })}
        />
        <Choice
          label={t('Trực thuộc')}
          placeholder={t('Không trực thuộc')}
          value={founding.parentId ?? undefined}
          options={options}
          onChoose={(parentId) => set({ parentId: parentId ?? null })}
        />
        <TextInput
          label={t('Tên ngắn')}
          description={t('Nhiều tên: ngăn bằng dấu chấm phẩy.')}
          defaultValue={founding.shortNames.join('; ')}
          onChange={(event) => set({ shortNames: splitNames(event.currentTarget.value) })}
        />
        {(['egov', 'gso'] as const).map((system) => (
          <TextInput
            key={system}
            label={formatCodeSystem(system)}
            value={codeOf(system)}
            onChange={(event) => setCode(system, event.currentTarget.value.trim())}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Names written one after another between semicolons. */
export function splitNames(words: string): string[] {
  return words
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name.length >= 2);
}
