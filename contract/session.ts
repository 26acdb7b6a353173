import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ACCESS_ROLES } from '#domain/access/role.ts';
import { Id, IsoDate, Refused } from './kernel.ts';

const tags = ['Đăng nhập'];

const Instant = z.iso.datetime();

export const AccessRole = z.enum(ACCESS_ROLES);

export const HeldPost = z.object({
  postId: Id,
  role: AccessRole,
  title: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  agencyIds: z.array(z.string()),
  onBehalfOf: z.object({ personId: Id, name: z.string() }).nullable(),
});

export const SignedIn = z.object({
  personId: Id,
  name: z.string(),
  email: z.string(),
  posts: z.array(HeldPost),
  hasSecondFactor: z.boolean(),
  /** Until when dangerous acts ask for no password. */
  provedUntil: Instant.nullable(),
});
export type SignedIn = z.infer<typeof SignedIn>;

export const Session = z.object({
  signedIn: SignedIn.nullable(),
  /** Started with --demo: marked on every page. */
  demo: z.boolean(),
  /** Nobody can sign in yet: the administrator is still to be created with the link printed at the start. */
  needsSetup: z.boolean(),
  /** The day the server counts as today. */
  today: IsoDate,
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Whether letters can be sent, so that a forgotten password can be replaced by mail. */
  mail: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const OpenSession = z.object({
  id: z.string(),
  current: z.boolean(),
  createdAt: Instant,
  lastSeenAt: Instant,
  address: z.string().nullable(),
  device: z.string().nullable(),
});
export type OpenSession = z.infer<typeof OpenSession>;

const Next = z.object({ next: z.enum(['in', 'code']) });
const Done = z.object({ done: z.literal(true) });
const Password = z.string().min(1).max(1_024);
const Secret = z.string().min(20).max(200);

export const session = {
  get: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/session', tags, summary: 'Ai đang đăng nhập' })
    .output(Session),
  signIn: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/session', tags, summary: 'Đăng nhập bằng mật khẩu' })
    .input(z.object({ email: z.string().max(320), password: Password }))
    .output(Next),
  giveCode: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/session/code', tags, summary: 'Nhập mã xác thực hoặc mã khôi phục' })
    .input(z.object({ code: z.string().min(1).max(64), kind: z.enum(['totp', 'recovery']) }))
    .output(Next),
  signOut: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/session/end', tags, summary: 'Đăng xuất' })
    .output(Done),
  prove: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/session/prove',
      tags,
      summary: 'Xác nhận lại mật khẩu trước việc quan trọng',
    })
    .input(z.object({ password: Password }))
    .output(z.object({ provedUntil: Instant })),
  startProvider: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/session/provider',
      tags,
      summary: 'Đăng nhập qua nhà cung cấp OpenID Connect',
    })
    .input(z.object({ providerId: z.string() }))
    .output(z.object({ url: z.string() })),
};

export const account = {
  sessions: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/account/sessions', tags, summary: 'Các phiên đăng nhập của tôi' })
    .output(z.array(OpenSession)),
  endSession: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/account/sessions/end',
      tags,
      summary: 'Kết thúc một phiên, hoặc mọi phiên khác',
    })
    .input(z.object({ sessionId: z.string().nullable() }))
    .output(Done),
  changePassword: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/account/password', tags, summary: 'Đổi mật khẩu' })
    .input(z.object({ current: Password, chosen: Password }))
    .output(Done),
  startTotp: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/account/totp',
      tags,
      summary: 'Bật xác thực hai bước: lấy khóa và mã khôi phục',
    })
    .input(z.object({ password: Password }))
    .output(z.object({ uri: z.string(), secret: z.string(), recoveryCodes: z.array(z.string()) })),
  confirmTotp: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/account/totp/confirm',
      tags,
      summary: 'Xác nhận xác thực hai bước bằng một mã',
    })
    .input(z.object({ code: z.string().min(1).max(16) }))
    .output(Done),
  endTotp: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/account/totp/end', tags, summary: 'Tắt xác thực hai bước' })
    .input(z.object({ password: Password }))
    .output(Done),
};

export const password = {
  forget: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/password/forget', tags, summary: 'Xin đường dẫn đặt lại mật khẩu' })
    .input(z.object({ email: z.string().max(320) }))
    .output(Done),
  choose: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/password/choose',
      tags,
      summary: 'Đặt mật khẩu mới bằng đường dẫn đã nhận',
    })
    .input(z.object({ secret: Secret, chosen: Password }))
    .output(Done),
};

export const setup = {
  find: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/setup/find',
      tags,
      summary: 'Đường dẫn tạo người quản trị còn dùng được không',
    })
    .input(z.object({ secret: Secret }))
    .output(z.object({ agencies: z.array(z.object({ id: z.string(), name: z.string() })) })),
  complete: oc
    .errors(Refused)
    .route({ method: 'POST', path: '/setup', tags, summary: 'Tạo người quản trị đầu tiên' })
    .input(
      z.object({
        secret: Secret,
        name: z.string().trim().min(1).max(200),
        email: z.email().max(320),
        chosen: Password,
        agencyId: z.string(),
        title: z.string().trim().min(1).max(200),
      }),
    )
    .output(Done),
};

export const demo = {
  people: oc
    .errors(Refused)
    .route({ method: 'GET', path: '/demo/people', tags, summary: 'Người dùng mẫu (chỉ khi chạy thử)' })
    .output(
      z.array(
        z.object({ id: Id, name: z.string(), role: AccessRole, title: z.string(), agencyName: z.string() }),
      ),
    ),
  signIn: oc
    .errors(Refused)
    .route({
      method: 'POST',
      path: '/demo/sign-in',
      tags,
      summary: 'Vào vai một người dùng mẫu (chỉ khi chạy thử)',
    })
    .input(z.object({ personId: Id }))
    .output(Done),
};
