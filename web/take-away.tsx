import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { explainFailure } from './api.ts';
import { downloadFile } from './download.ts';
import { t } from './i18n/translate.ts';
import { Failure } from './ui/state.tsx';

/** Prints the page, or takes what it shows away as a workbook; without an address there is nothing to take. */
export function TakeAway({ address }: { readonly address: string | undefined }) {
  const download = useMutation({ mutationFn: downloadFile });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('In')}
      </Button>
      {address === undefined ? null : (
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={download.isPending}
          onClick={() => download.mutate(address)}
        >
          {t('Tải Excel')}
        </Button>
      )}
      {download.error === null ? null : (
        <Failure title={t('Không tải được')} sentences={explainFailure(download.error)} />
      )}
    </>
  );
}
