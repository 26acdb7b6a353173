import { oc } from '@orpc/contract';
import { z } from 'zod';
import { DUE_VIEWS, NO_AREA } from '#domain/task/work/due-view.ts';
import { Id, IsoDate, Refused } from '../kernel.ts';
import { Comment, DueRow, WorkAct, WorkState } from './work.ts';

export const DueView = z.enum(DUE_VIEWS);

/** Which due items; the same words everywhere, so that every figure opens to its rows. */
export const DueFilter = z.object({
  planId: Id.optional(),
  areaId: z.union([Id, z.literal(NO_AREA)]).optional(),
  agencyId: z.string().max(200).optional(),
  role: z.enum(['lead', 'coordinate']).optional(),
  state: WorkState.optional(),
  view: DueView.optional(),
  dueFrom: IsoDate.optional(),
  dueTo: IsoDate.optional(),
  search: z.string().max(200).optional(),
});
export type DueFilter = z.infer<typeof DueFilter>;

/** How many rows each view has. */
export const DueCounts = z.record(DueView, z.number().int()).and(z.object({ total: z.number().int() }));
export type DueCounts = z.infer<typeof DueCounts>;

const tags = ['Điều hành'];

export const ControlRoom = z.object({
  today: IsoDate,
  counts: DueCounts,
  areas: z.array(z.object({ id: Id.nullable(), code: z.string(), name: z.string(), counts: DueCounts })),
  agencies: z.array(z.object({ id: z.string(), name: z.string(), level: z.string(), counts: DueCounts })),
});
export type ControlRoom = z.infer<typeof ControlRoom>;

export const HeatMap = z.object({
  areas: z.array(z.object({ id: Id.nullable(), code: z.string(), name: z.string() })),
  agencies: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Only those with work in them. */
  squares: z.array(
    z.object({
      agencyId: z.string(),
      areaId: Id.nullable(),
      total: z.number().int(),
      due: z.number().int(),
      inTime: z.number().int(),
    }),
  ),
});
export type HeatMap = z.infer<typeof HeatMap>;

export const DoneAct = WorkAct.extend({
  dueItemId: Id,
  assignmentId: Id,
  /** Number, name and period of the work. */
  work: z.string(),
  ofAgencyName: z.string(),
});
export type DoneAct = z.infer<typeof DoneAct>;

export const overview = {
  room: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/work/room',
      tags,
      summary: 'Phòng điều hành: đếm theo lĩnh vực và cơ quan',
    })
    .input(DueFilter)
    .output(ControlRoom),
  heat: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/work/heat', tags, summary: 'Bản đồ cơ quan × lĩnh vực' })
    .input(DueFilter)
    .output(HeatMap),
  rows: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/work/rows', tags, summary: 'Các việc đến hạn theo bộ lọc' })
    .input(
      DueFilter.extend({
        limit: z.coerce.number().int().min(1).max(1000).default(200),
        offset: z.coerce.number().int().min(0).default(0),
      }),
    )
    .output(z.object({ today: IsoDate, total: z.number().int(), rows: z.array(DueRow) })),
  year: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/work/years/{year}',
      tags,
      summary: 'Việc đến hạn từng ngày của một năm, cùng ngày nghỉ và ngày làm bù',
    })
    .input(DueFilter.extend({ year: z.coerce.number().int().min(2015).max(2040) }))
    .output(
      z.object({
        today: IsoDate,
        year: z.number().int(),
        days: z.array(
          z.object({
            day: IsoDate,
            total: z.number().int(),
            open: z.number().int(),
            late: z.number().int(),
            finished: z.number().int(),
          }),
        ),
        marks: z.array(z.object({ day: IsoDate, effect: z.enum(['off', 'work']), words: z.string() })),
      }),
    ),
  changes: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/work/acts', tags, summary: 'Việc đã ghi gần đây, mới nhất trước' })
    .input(DueFilter.extend({ since: IsoDate, limit: z.coerce.number().int().min(1).max(200).default(50) }))
    .output(z.object({ total: z.number().int(), acts: z.array(DoneAct) })),
  unanswered: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/work/unanswered',
      tags,
      summary: 'Lời trao đổi nhắc đến tôi hoặc cơ quan tôi mà tôi chưa trả lời, mới nhất trước',
    })
    .output(
      z.array(
        Comment.extend({
          work: z.string(),
          /** The part it was said in, or that of who leads where it is about the whole task. */
          partId: Id.nullable(),
        }),
      ),
    ),
};
