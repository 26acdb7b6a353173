import type { Target } from '#contract/reading.ts';
import { Chip } from '../ui/chip.tsx';
import { formatTarget, formatTargetFully } from './target-words.ts';

export function TargetChips({ targets }: { readonly targets: readonly Target[] }) {
  return (
    <div className="chips">
      {targets.map((target) => (
        <Chip key={JSON.stringify(target)} title={formatTargetFully(target)}>
          {formatTarget(target)}
        </Chip>
      ))}
    </div>
  );
}
