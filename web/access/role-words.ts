import { type AccessRole, ROLE_WORDS } from '#domain/access/role.ts';
import { getLocale, t } from '../i18n/translate.ts';

const ENGLISH: Readonly<Record<AccessRole, string>> = {
  owner: 'Owner of the plan',
  leader: 'Leader of the province',
  head: 'Head of an agency',
  officer: 'Officer',
  verifier: 'Verifier',
  inspector: 'Inspector',
  auditor: 'Auditor',
  administrator: 'Administrator',
};

export function formatAccessRole(role: AccessRole): string {
  return getLocale() === 'en' ? ENGLISH[role] : ROLE_WORDS[role].name;
}

/** A post in words: title, agency, and whose it is where one acts for another. */
export function formatPost(post: {
  readonly title: string;
  readonly agencyName: string;
  readonly onBehalfOf: { readonly name: string } | null;
}): string {
  const words = `${post.title}, ${post.agencyName}`;
  return post.onBehalfOf === null
    ? words
    : t('{post} (thay {name})', { post: words, name: post.onBehalfOf.name });
}
