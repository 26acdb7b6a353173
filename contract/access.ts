import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IsoDate, RefusalMessage, Refused } from './kernel.ts';
import { AccessRole } from './session.ts';

const tags = ['Người dùng'];
const Instant = z.iso.datetime();
const Done = z.object({ done: z.literal(true) });
const Name = z.string().trim().min(1).max(200);
const Title = z.string().trim().min(1).max(200);
const Phone = z
  .string()
  .trim()
  .max(40)
  .regex(/^[0-9+() .-]*$/);
const Reason = z.string().trim().max(1_000);

export const PersonState = z.enum(['invited', 'active', 'disabled']);
export type PersonState = z.infer<typeof PersonState>;

export const Post = z.object({
  id: Id,
  agencyId: z.string(),
  agencyName: z.string(),
  title: z.string(),
  role: AccessRole,
  validFrom: IsoDate,
  validTo: IsoDate.nullable(),
});
export type Post = z.infer<typeof Post>;

export const PersonSummary = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  state: PersonState,
  demo: z.boolean(),
  /** Held today. */
  posts: z.array(Post),
});
export type PersonSummary = z.infer<typeof PersonSummary>;

export const Delegation = z.object({
  id: Id,
  postId: Id,
  title: z.string(),
  agencyName: z.string(),
  role: AccessRole,
  from: z.object({ personId: Id, name: z.string() }),
  to: z.object({ personId: Id, name: z.string() }),
  validFrom: IsoDate,
  validTo: IsoDate,
  reason: z.string(),
  revokedOn: IsoDate.nullable(),
});
export type Delegation = z.infer<typeof Delegation>;

export const HandoverItem = z.object({
  kind: z.enum(['assignment', 'import', 'reform', 'delegation-given', 'delegation-received']),
  id: Id,
  words: z.string(),
  fate: z.enum(['passes', 'ends']),
});
export type HandoverItem = z.infer<typeof HandoverItem>;

export const PersonDetail = PersonSummary.omit({ posts: true }).extend({
  /** Of every time, newest first. */
  posts: z.array(Post),
  delegations: z.array(Delegation),
  invitation: z.object({ sentAt: Instant.nullable(), expiresAt: Instant, withdrawn: z.boolean() }).nullable(),
  handovers: z.array(
    z.object({
      id: Id,
      postId: Id,
      from: z.object({ personId: Id, name: z.string() }),
      to: z.object({ personId: Id, name: z.string() }),
      endedOn: IsoDate,
      occurredAt: Instant,
      items: z.array(HandoverItem),
    }),
  ),
});
export type PersonDetail = z.infer<typeof PersonDetail>;

const NewPost = z.object({
  agencyId: z.string(),
  title: Title,
  role: AccessRole,
  validFrom: IsoDate,
  validTo: IsoDate.nullable(),
});

/** What became of the letter; where none left, the link to pass on by hand. */
export const Invited = z.object({
  personId: Id,
  mail: z.enum(['sent', 'not-configured', 'refused', 'unreachable']),
  /** The path of the page with the secret behind it, shown this once. */
  link: z.string().nullable(),
});
export type Invited = z.infer<typeof Invited>;

export const person = {
  list: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/people', tags, summary: 'Tìm và lọc người dùng' })
    .input(
      z.object({
        search: z.string().max(200).optional().describe('Tên, thư điện tử, điện thoại; không cần dấu'),
        agencyId: z.string().optional(),
        role: AccessRole.optional(),
        state: PersonState.optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
        offset: z.coerce.number().int().min(0).default(0),
      }),
    )
    .output(z.object({ total: z.number(), people: z.array(PersonSummary) })),
  get: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/people/{personId}', tags, summary: 'Mọi điều về một người dùng' })
    .input(z.object({ personId: Id }))
    .output(PersonDetail),
  update: oc
    .errors(Refused)
    .route({ method: 'PATCH', path: '/people/{personId}', tags, summary: 'Sửa họ tên, điện thoại' })
    .input(z.object({ personId: Id, name: Name, phone: Phone.nullable() }))
    .output(Done),
  disable: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/people/{personId}/disable', tags, summary: 'Khóa tài khoản' })
    .input(z.object({ personId: Id, reason: Reason }))
    .output(Done),
  enable: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/people/{personId}/enable', tags, summary: 'Mở lại tài khoản' })
    .input(z.object({ personId: Id, reason: Reason }))
    .output(Done),
  endSessions: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/people/{personId}/sessions/end',
      tags,
      summary: 'Kết thúc mọi phiên đăng nhập của một người',
    })
    .input(z.object({ personId: Id }))
    .output(z.object({ ended: z.number() })),
};

export const BulkRow = z.object({
  row: z.number(),
  name: z.string(),
  email: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  title: z.string(),
  role: AccessRole,
  validFrom: IsoDate,
  validTo: IsoDate.nullable(),
  personId: Id.nullable(),
  change: z.enum(['invite', 'add-post', 'nothing']),
});
export type BulkRow = z.infer<typeof BulkRow>;

const Table = z.string().max(2_000_000).describe('Bảng dán từ bảng tính, hoặc nội dung tệp CSV');
const Secret = z.string().min(20).max(200);

export const invitation = {
  create: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/invitations', tags, summary: 'Mời một người' })
    .input(z.object({ name: Name, email: z.email().max(320), phone: Phone.nullable(), post: NewPost }))
    .output(Invited),
  previewTable: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/invitations/table/preview',
      tags,
      summary: 'Xem trước một bảng người dùng',
    })
    .input(z.object({ table: Table }))
    .output(
      z.object({
        rows: z.array(BulkRow),
        refusals: z.array(RefusalMessage),
        /** Names exactly these rows; confirming gives it back. */
        digest: z.string(),
      }),
    ),
  confirmTable: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/invitations/table', tags, summary: 'Mời những người trong bảng' })
    .input(z.object({ table: Table, digest: z.string() }))
    .output(
      z.object({
        invited: z.array(Invited.extend({ name: z.string(), email: z.string() })),
        postsGiven: z.number(),
      }),
    ),
  resend: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/people/{personId}/invitation',
      tags,
      summary: 'Gửi lời mời mới; đường dẫn cũ hết dùng được',
    })
    .input(z.object({ personId: Id }))
    .output(Invited),
  withdraw: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/people/{personId}/invitation/withdraw', tags, summary: 'Rút lời mời' })
    .input(z.object({ personId: Id }))
    .output(Done),
  find: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/invitations/find',
      tags,
      summary: 'Lời mời của một đường dẫn (không cần đăng nhập)',
    })
    .input(z.object({ secret: Secret }))
    .output(
      z.object({
        name: z.string(),
        email: z.string(),
        invitedBy: z.string().nullable(),
        expiresAt: Instant,
        posts: z.array(z.object({ title: z.string(), agencyName: z.string() })),
      }),
    ),
  accept: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/invitations/accept',
      tags,
      summary: 'Nhận lời mời và đặt mật khẩu (không cần đăng nhập)',
    })
    .input(z.object({ secret: Secret, chosen: z.string().min(1).max(1_024) }))
    .output(Done),
};

export const post = {
  give: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/people/{personId}/posts', tags, summary: 'Trao chức vụ' })
    .input(NewPost.extend({ personId: Id }))
    .output(z.object({ postId: Id })),
  end: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/posts/{postId}/end', tags, summary: 'Kết thúc chức vụ' })
    .input(z.object({ postId: Id, endsOn: IsoDate, reason: Reason }))
    .output(Done),
};

export const delegation = {
  give: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/posts/{postId}/delegations', tags, summary: 'Ủy quyền khi vắng mặt' })
    .input(
      z.object({
        postId: Id,
        toPersonId: Id,
        validFrom: IsoDate,
        validTo: IsoDate,
        reason: Reason.min(1),
      }),
    )
    .output(z.object({ delegationId: Id })),
  revoke: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/delegations/{delegationId}/revoke', tags, summary: 'Thu hồi ủy quyền' })
    .input(z.object({ delegationId: Id }))
    .output(Done),
};

export const handover = {
  preview: oc
    .errors(Refused)
    .route({
      method: 'GET',
      path: '/posts/{postId}/handover',
      tags,
      summary: 'Những gì người giữ chức vụ phải bàn giao',
    })
    .input(z.object({ postId: Id }))
    .output(z.object({ post: Post, personName: z.string(), items: z.array(HandoverItem) })),
  confirm: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/posts/{postId}/handover',
      tags,
      summary: 'Bàn giao và kết thúc chức vụ',
    })
    .input(
      z.object({
        postId: Id,
        toPersonId: Id,
        endsOn: IsoDate,
        /** The items both saw; another list by now is refused. */
        seen: z.array(Id),
        reason: Reason,
      }),
    )
    .output(z.object({ handoverId: Id })),
};
