import type { NewOwner, Reform, ReformPreview } from '#contract/agency/reform.ts';
import { paths } from '../../paths.ts';

/** Which of the things moved are listed, as the address keeps it. */
export interface MovedAddress {
  readonly agency?: string | undefined;
  readonly mover?: string | undefined;
  readonly page?: string | undefined;
}

/** What the tables of the preview share. */
export interface PreviewPartProps {
  readonly reform: Reform;
  readonly preview: ReformPreview;
  readonly address: MovedAddress;
  /** Chooses who goes on with all of an agency, or with one thing; left out where one may not. */
  readonly onOwner:
    | ((place: 'byAgency' | 'byItem', key: string, owner: NewOwner | undefined) => void)
    | undefined;
}

/** The address of this reform with some of the things moved listed. */
export function itemsLink(reformId: string, { agency, mover }: MovedAddress) {
  return { to: paths.reform(reformId), search: { agency, mover } };
}
