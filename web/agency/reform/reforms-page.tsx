import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReformSummary } from '#contract/agency/reform.ts';
import { ActButton } from '../../act-button.tsx';
import { api } from '../../api.ts';
import { formatDay, formatInstant, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Empty, Loaded } from '../../ui/state.tsx';
import { AgencyPlaces } from '../agencies-page.tsx';
import { type FrameWords, NO_FRAME, ReformFrame } from './reform-frame.tsx';
import { reformsQuery } from './reform-queries.ts';
import { formatDecision } from './reform-words.ts';
import { StateChip } from './state-chip.tsx';

/** Phương án sắp xếp: the reforms being prepared and those done. */
export function ReformsPage() {
  const reforms = useQuery(reformsQuery);
  return (
    <Page
      title={t('Phương án sắp xếp')}
      about={t(
        'Soạn các sự kiện sắp xếp, xem trước mọi thứ phải chuyển, người khác duyệt rồi mới thực hiện.',
      )}
      actions={<NewReform />}
    >
      <AgencyPlaces here="reforms" />
      <Loaded query={reforms}>
        {(loaded) =>
          loaded.length === 0 ? (
            <Empty title={t('Chưa có phương án nào')}>
              <span className="dim">{t('Soạn phương án để nhập bảng đơn vị cũ → đơn vị mới.')}</span>
            </Empty>
          ) : (
            <ReformTable reforms={loaded} />
          )
        }
      </Loaded>
    </Page>
  );
}

function ReformTable({ reforms }: { readonly reforms: readonly ReformSummary[] }) {
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col" className="third">
            {t('Phương án')}
          </th>
          <th scope="col">{t('Tình trạng')}</th>
          <th scope="col">{t('Ngày hiệu lực')}</th>
          <th scope="col">{t('Văn bản')}</th>
          <th scope="col" className="number">
            {t('Sự kiện')}
          </th>
          <th scope="col">{t('Người soạn')}</th>
        </tr>
      </thead>
      <tbody>
        {reforms.map((reform) => (
          <tr key={reform.id}>
            <td>
              <PageLink to={paths.reform(reform.id)}>{reform.title}</PageLink>
            </td>
            <td data-label={t('Tình trạng')}>
              <StateChip state={reform.state} />
            </td>
            <td data-label={t('Ngày hiệu lực')}>{formatDay(reform.effectiveOn)}</td>
            <td data-label={t('Văn bản')}>{formatDecision(reform.decision)}</td>
            <td data-label={t('Sự kiện')} className="number">
              {formatNumber(reform.events)}
            </td>
            <td data-label={t('Người soạn')}>
              {reform.author.name} <span className="dim small">{formatInstant(reform.recordedAt)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NewReform() {
  const [isOpen, setOpen] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: (frame: FrameWords) => api.agency.reform.create({ ...frame, events: [] }),
    onSuccess: async ({ reformId }) => {
      await queries.invalidateQueries({ queryKey: reformsQuery.queryKey });
      await navigate({ to: paths.reform(reformId) });
    },
  });
  return (
    <>
      <ActButton
        act="reform.draft"
        subject={{ state: 'new' }}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('Soạn phương án')}
      </ActButton>
      <Dialog title={t('Soạn phương án sắp xếp')} isOpen={isOpen} onClose={() => setOpen(false)} size="lg">
        <ReformFrame
          initial={NO_FRAME}
          submitWords={t('Soạn')}
          isPending={create.isPending}
          error={create.error}
          onSubmit={(frame) => create.mutate(frame)}
          onCancel={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
}
