import { Dialog } from '../ui/dialog.tsx';
import { Preview } from './preview.tsx';

interface PreviewDialogProps {
  readonly evidenceId: string;
  readonly version: number;
  readonly name: string;
  readonly onClose: () => void;
}

/** A document looked at over the page, without keeping a copy. */
export function PreviewDialog({ evidenceId, version, name, onClose }: PreviewDialogProps) {
  return (
    <Dialog title={name} isOpen onClose={onClose} size="xl">
      <Preview evidenceId={evidenceId} version={version} />
    </Dialog>
  );
}
