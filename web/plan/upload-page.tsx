import { Button, Progress, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useRef, useState } from 'react';
import { ActButton } from '../act-button.tsx';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { Failure } from '../ui/state.tsx';
import { ImportList } from './import-list.tsx';
import { UploadRefused, uploadFile } from './upload-file.ts';

const KINDS = '.docx,.xlsx,.pdf,.txt,.tsv';

/** Nhập văn bản: the document is dropped or chosen, sent, read; then it is reviewed. */
export function UploadPage() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController>(undefined);
  const upload = useMutation({
    mutationFn: (file: File) => {
      setShare(0);
      stop.current = new AbortController();
      return uploadFile(file, setShare, stop.current.signal);
    },
    onSuccess: async (importId) => {
      await queries.invalidateQueries({ queryKey: ['imports'] });
      await navigate({ to: paths.review(importId) });
    },
  });
  return (
    <Page
      title={t('Nhập văn bản')}
      about={t(
        'Văn bản được đọc thành nhiệm vụ, thời hạn, cơ quan, sản phẩm và chỉ tiêu; xem lại rồi mới xác nhận.',
      )}
    >
      {upload.isPending ? (
        <Sending name={upload.variables.name} share={share} onStop={() => stop.current?.abort()} />
      ) : (
        <DropZone onFile={(file) => upload.mutate(file)} />
      )}
      {upload.error === null ? null : (
        <Failure
          title={t('Không nhập được tệp {name}', { name: upload.variables?.name ?? '' })}
          sentences={upload.error instanceof UploadRefused ? upload.error.sentences : [upload.error.message]}
        />
      )}
      <ImportList />
    </Page>
  );
}

function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard
    <div
      className="drop"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={40} stroke={1.3} aria-hidden />
      <Text fw={600}>{t('Thả tệp kế hoạch vào đây')}</Text>
      <ActButton act="plan.import" onClick={() => input.current?.click()}>
        {t('Chọn tệp')}
      </ActButton>
      <input
        ref={input}
        type="file"
        accept={KINDS}
        aria-label={t('Tệp kế hoạch')}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
          event.currentTarget.value = '';
        }}
      />
      <Text size="sm" c="dimmed" ta="center">
        {t('Word (.docx), Excel (.xlsx), PDF có chữ, hoặc văn bản (.txt, .tsv); tối đa 25 MB.')}
      </Text>
    </div>
  );
}

function Sending({
  name,
  share,
  onStop,
}: {
  readonly name: string;
  readonly share: number;
  readonly onStop: () => void;
}) {
  const percent = Math.round(share * 100);
  const words =
    percent < 100
      ? t('Đang gửi {name}: {n} %', { name, n: formatNumber(percent) })
      : t('Đang đọc {name}', { name });
  return (
    <Stack className="drop" gap="sm" role="status">
      <Text fw={600}>{words}</Text>
      <Progress value={percent} aria-label={words} w="min(28rem, 100%)" animated={percent === 100} />
      <Button variant="default" size="xs" onClick={onStop}>
        {t('Dừng')}
      </Button>
    </Stack>
  );
}
