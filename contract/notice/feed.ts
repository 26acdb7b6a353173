import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, Refused } from '../kernel.ts';

const tags = ['Lịch thời hạn'];

/** A link by which a calendar program reads deadlines. */
export const DeadlineFeed = z.object({
  id: Id,
  /** Null for the deadlines of the person. */
  agency: z.object({ id: z.string(), name: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  lastReadAt: z.iso.datetime().nullable(),
});
export type DeadlineFeed = z.infer<typeof DeadlineFeed>;

export const feed = {
  list: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/feeds', tags, summary: 'Các đường dẫn lịch của tôi' })
    .output(z.object({ feeds: z.array(DeadlineFeed) })),
  create: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/feeds',
      tags,
      summary: 'Tạo đường dẫn lịch; địa chỉ chỉ được đưa ra một lần này',
    })
    .input(z.object({ agencyId: z.string().max(200).nullable() }))
    .output(z.object({ id: Id, address: z.string() })),
  revoke: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/feeds/{feedId}/revoke', tags, summary: 'Hủy một đường dẫn lịch' })
    .input(z.object({ feedId: Id }))
    .output(z.object({ done: z.literal(true) })),
};
