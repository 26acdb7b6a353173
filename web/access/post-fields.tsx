import { Group, TextInput } from '@mantine/core';
import { ACCESS_ROLES, type AccessRole, ROLE_WORDS } from '#domain/access/role.ts';
import { getLocale, t } from '../i18n/translate.ts';
import { Choice } from '../ui/choice.tsx';
import { DayField } from '../ui/day-field.tsx';
import { AgencyChoice } from './agency-choice.tsx';
import { findRole } from './people-words.ts';
import { formatAccessRole } from './role-words.ts';

export interface PostWords {
  readonly agencyId: string | undefined;
  readonly title: string;
  readonly role: AccessRole | undefined;
  readonly validFrom: string | undefined;
  readonly validTo: string | undefined;
}

export function emptyPost(today: string): PostWords {
  return { agencyId: undefined, title: '', role: undefined, validFrom: today, validTo: undefined };
}

/** What a post needs, or undefined while something is left out. */
export function completePost({ agencyId, title, role, validFrom, validTo }: PostWords) {
  if (agencyId === undefined || title.trim() === '' || role === undefined || validFrom === undefined)
    return undefined;
  return { agencyId, title, role, validFrom, validTo: validTo ?? null };
}

interface PostFieldsProps {
  readonly post: PostWords;
  readonly onPost: (post: PostWords) => void;
}

export function PostFields({ post, onPost }: PostFieldsProps) {
  const change = (changes: Partial<PostWords>) => onPost({ ...post, ...changes });
  return (
    <>
      <AgencyChoice
        label={t('Cơ quan')}
        placeholder={t('Gõ tên cơ quan')}
        value={post.agencyId}
        {...(post.validFrom === undefined ? {} : { day: post.validFrom })}
        onChoose={(agencyId) => change({ agencyId })}
      />
      <TextInput
        label={t('Chức vụ')}
        placeholder={t('Ví dụ: Chuyên viên')}
        maxLength={200}
        value={post.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Choice
        label={t('Vai trò')}
        placeholder={t('Chọn vai trò')}
        value={post.role}
        options={ACCESS_ROLES.map((role) => ({ value: role, label: formatAccessRole(role) }))}
        onChoose={(role) => change({ role: findRole(role) })}
      />
      {post.role === undefined || getLocale() === 'en' ? null : (
        <p className="dim small">{ROLE_WORDS[post.role].meaning}</p>
      )}
      <Group grow align="flex-end">
        <DayField
          label={t('Từ ngày')}
          value={post.validFrom}
          onChoose={(validFrom) => change({ validFrom })}
        />
        <DayField
          label={t('Đến ngày (bỏ trống nếu chưa biết)')}
          value={post.validTo}
          onChoose={(validTo) => change({ validTo })}
        />
      </Group>
    </>
  );
}
