import type { ReformState } from '#contract/agency/reform.ts';
import { Chip } from '../../ui/chip.tsx';
import { formatReformState } from './reform-words.ts';

export function StateChip({ state }: { readonly state: ReformState }) {
  const tone =
    state === 'submitted' ? 'warn' : state === 'approved' || state === 'applied' ? 'accent' : 'plain';
  return <Chip tone={tone}>{formatReformState(state)}</Chip>;
}
