import { Button, Group } from '@mantine/core';
import { IconCamera, IconFileUpload } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '../i18n/translate.ts';

const KINDS = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg,.webp,.heic';

interface DropZoneProps {
  /** Said to a screen reader of the field itself. */
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** Other ways to a document, beside choosing files. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** Files dropped here, chosen, pasted while it has the focus, or taken with the camera of a phone. */
export function DropZone({ label, onFiles, beside, children }: DropZoneProps) {
  const zone = useRef<HTMLFieldSetElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const send = useRef(onFiles);
  send.current = onFiles;
  // A page may hold several zones: what is pasted goes to the one that has the focus.
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      send.current(files);
    };
    const held = zone.current;
    held?.addEventListener('paste', paste);
    return () => held?.removeEventListener('paste', paste);
  }, []);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(files);
  };
  return (
    <fieldset
      ref={zone}
      className="evidence-drop"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is pasted goes where the focus is
      tabIndex={0}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFileUpload size={16} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {t('Chọn tệp')}
        </Button>
        <Button
          variant="default"
          size="xs"
          className="only-touch"
          leftSection={<IconCamera size={16} aria-hidden />}
          onClick={() => camera.current?.click()}
        >
          {t('Chụp ảnh')}
        </Button>
        {beside}
      </Group>
      <span className="small dim">{children}</span>
      <input
        ref={input}
        type="file"
        multiple
        accept={KINDS}
        aria-label={label}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        aria-label={t('Chụp ảnh tài liệu')}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </fieldset>
  );
}
