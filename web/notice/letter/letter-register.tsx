import { Button, NumberInput, Textarea } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LetterRow } from '#contract/notice/letter.ts';
import { ActButton } from '../../act-button.tsx';
import { api, explainFailure } from '../../api.ts';
import { downloadFile } from '../../download.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { ActForm } from '../../ui/act-form.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty, Failure, Loaded } from '../../ui/state.tsx';
import { LETTERS, registerQuery } from './letter-queries.ts';

interface LetterRegisterProps {
  readonly year: string | undefined;
  readonly onYear: (year: string | undefined) => void;
}

/** Letters issued, the newest first, with what came of them. */
export function LetterRegister({ year, onYear }: LetterRegisterProps) {
  const asked = Number(year);
  const letters = useQuery(registerQuery(year !== undefined && Number.isInteger(asked) ? asked : undefined));
  const [withdrawing, setWithdrawing] = useState<LetterRow>();
  const download = useMutation({ mutationFn: (id: string) => downloadFile(paths.letterFile(id)) });
  return (
    <>
      <div className="filters-line no-print">
        <NumberInput
          label={t('Năm')}
          placeholder={t('Tất cả')}
          allowDecimal={false}
          hideControls
          value={year ?? ''}
          onChange={(value) => onYear(value === '' ? undefined : String(value))}
        />
      </div>
      {download.error === null ? null : (
        <Failure title={t('Không tải được')} sentences={explainFailure(download.error)} />
      )}
      <Loaded query={letters}>
        {(held) =>
          held.letters.length === 0 ? (
            <Empty title={t('Sổ chưa có công văn nào')} />
          ) : (
            <table className="rows" aria-label={t('Sổ công văn')}>
              <thead>
                <tr>
                  <th scope="col">{t('Số')}</th>
                  <th scope="col">{t('Ngày')}</th>
                  <th scope="col" className="third">
                    {t('Trích yếu')}
                  </th>
                  <th scope="col" className="number">
                    {t('Cơ quan')}
                  </th>
                  <th scope="col" className="number">
                    {t('Đã xong / đôn đốc')}
                  </th>
                  <th scope="col">{t('Yêu cầu xong')}</th>
                  <th scope="col">{t('Người ban hành')}</th>
                  <th scope="col" className="no-print">
                    <span className="visually-hidden">{t('Thao tác')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {held.letters.map((letter) => (
                  <tr key={letter.id}>
                    <td className="code">{letter.number}</td>
                    <td data-label={t('Ngày')}>{formatDay(letter.issuedOn)}</td>
                    <td>
                      {letter.subject}
                      {letter.withdrawn === null ? null : <Withdrawn letter={letter} />}
                    </td>
                    <td className="number" data-label={t('Cơ quan')}>
                      {formatNumber(letter.agencies)}
                    </td>
                    <td className="number" data-label={t('Đã xong / đôn đốc')}>
                      {formatNumber(letter.settled)}/{formatNumber(letter.tasks)}
                    </td>
                    <td data-label={t('Yêu cầu xong')}>{formatDay(letter.askBy)}</td>
                    <td data-label={t('Người ban hành')}>{letter.actor}</td>
                    <td className="no-print">
                      <div className="due-acts">
                        <Button
                          size="compact-sm"
                          variant="default"
                          leftSection={<IconDownload size={14} aria-hidden />}
                          aria-label={t('Tải Công văn số {number}', { number: letter.number })}
                          loading={download.isPending && download.variables === letter.id}
                          onClick={() => download.mutate(letter.id)}
                        >
                          {t('Tải')}
                        </Button>
                        {letter.withdrawn === null ? (
                          <ActButton
                            act="letter.issue"
                            size="compact-sm"
                            variant="default"
                            aria-label={t('Thu hồi Công văn số {number}', { number: letter.number })}
                            onClick={() => setWithdrawing(letter)}
                          >
                            {t('Thu hồi')}
                          </ActButton>
                        ) : null}
                      </div>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      {withdrawing === undefined ? null : (
        <WithdrawDialog letter={withdrawing} onClose={() => setWithdrawing(undefined)} />
      )}
    </>
  );
}

function Withdrawn({ letter: { withdrawn } }: { readonly letter: LetterRow }) {
  if (withdrawn === null) return null;
  return (
    <p className="small">
      <Chip tone="warn">{t('đã thu hồi')}</Chip> {withdrawn.reason}{' '}
      <span className="dim">({withdrawn.actor})</span>
    </p>
  );
}

function WithdrawDialog({ letter, onClose }: { readonly letter: LetterRow; readonly onClose: () => void }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () => api.letter.withdraw({ letterId: letter.id, reason }),
    onSuccess: () => {
      onClose();
      void queries.invalidateQueries({ queryKey: [LETTERS] });
    },
  });
  return (
    <Dialog title={t('Thu hồi Công văn số {number}', { number: letter.number })} isOpen onClose={onClose}>
      <ActForm
        words={t('Thu hồi')}
        act={withdraw}
        isReady={reason.trim() !== ''}
        isDangerous
        onSubmit={() => withdraw.mutate()}
        onCancel={onClose}
      >
        <p>{t('Công văn và số của nó vẫn giữ trong sổ, và không còn tính là một lần đôn đốc.')}</p>
        <Textarea
          label={t('Lý do')}
          required
          autosize
          minRows={2}
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ActForm>
    </Dialog>
  );
}
