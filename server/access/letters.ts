import type { Letter } from '../mail/mailer.ts';
import { writeLetter } from '../mail/write-letter.ts';

/** Where the pages of one-time links stand; the secret is behind the fragment sign, which no server logs. */
export const INVITATION_PATH = '/loi-moi';
const RESET_PATH = '/dat-mat-khau';

const CLOSING = 'Đôn Đốc – hệ thống theo dõi, đôn đốc kế hoạch cải cách hành chính.';

export function writeInvitation(
  publicUrl: string,
  {
    to,
    invitedBy,
    posts,
    days,
    secret,
  }: {
    readonly to: Letter['to'];
    readonly invitedBy: string;
    readonly posts: readonly { readonly title: string; readonly agencyName: string }[];
    readonly days: number;
    readonly secret: string;
  },
): Letter {
  const held = posts.map(({ title, agencyName }) => `${title}, ${agencyName}`).join('; ');
  return writeLetter({
    to,
    subject: 'Lời mời dùng Đôn Đốc',
    paragraphs: [
      `Kính gửi ${to.name},`,
      `${invitedBy} mời bạn dùng Đôn Đốc với chức vụ: ${held}.`,
      'Mở đường dẫn dưới đây để đặt mật khẩu và bắt đầu.',
    ],
    link: { words: 'Nhận lời mời', url: `${publicUrl}${INVITATION_PATH}#${secret}` },
    closing: [
      `Đường dẫn dùng được một lần, trong ${days} ngày. Đừng chuyển thư này cho người khác.`,
      'Nếu bạn không chờ lời mời này, hãy bỏ qua thư.',
      CLOSING,
    ],
  });
}

export function writeReset(publicUrl: string, to: Letter['to'], secret: string): Letter {
  return writeLetter({
    to,
    subject: 'Đặt lại mật khẩu Đôn Đốc',
    paragraphs: [`Kính gửi ${to.name},`, 'Có người xin đặt lại mật khẩu của tài khoản này.'],
    link: { words: 'Đặt mật khẩu mới', url: `${publicUrl}${RESET_PATH}#${secret}` },
    closing: [
      'Đường dẫn dùng được một lần, trong một giờ.',
      'Nếu không phải bạn, hãy bỏ qua thư: mật khẩu cũ vẫn dùng được.',
      CLOSING,
    ],
  });
}
