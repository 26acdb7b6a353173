import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../i18n/translate.ts';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly size?: 'md' | 'lg' | 'xl';
  readonly children: ReactNode;
}

/**
 * A question asked over the page. The library's own head is a `header`, which outside a section is a second
 * banner of the page to a screen reader; here it is a plain part of the dialog. The library ties the title to the
 * dialog only after it is shown, so the dialog carries its name itself as well, to be read out as it opens.
 */
export function Dialog({ title, isOpen, onClose, size = 'md', children }: DialogProps) {
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={size} transitionProps={{ duration: 0 }}>
      <Modal.Overlay transitionProps={{ duration: 0 }} />
      <Modal.Content aria-label={title}>
        <div className="dialog-head">
          <Modal.Title className="dialog-title">{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('Đóng')} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
