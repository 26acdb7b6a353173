import { may, os } from '../guard.ts';
import { orRefuse } from '../http/refused.ts';
import { getOverview } from './get-overview.ts';
import { countOwnUnread, listOwnNotices } from './list-own.ts';
import { markOwnRead } from './mark-read.ts';
import type { NoticeParts } from './notice-parts.ts';
import { getRules, updateRules } from './update-rules.ts';
import { getOwnSetting, updateOwnSetting } from './update-setting.ts';

export function noticeRoutes(parts: NoticeParts) {
  return {
    mine: os.notice.mine
      .use(may('notice.own'))
      .handler(({ input, context: { deps } }) => listOwnNotices(deps, input)),
    count: os.notice.count.use(may('notice.own')).handler(({ context: { deps } }) => countOwnUnread(deps)),
    markRead: os.notice.markRead
      .use(may('notice.own'))
      .handler(({ input, context: { deps } }) => markOwnRead(deps, input.ids)),
    setting: os.notice.setting.use(may('notice.own')).handler(async ({ context: { deps } }) => ({
      ...(await getOwnSetting(deps)),
      mailIsConfigured: parts.mailer.isConfigured,
    })),
    updateSetting: os.notice.updateSetting
      .use(may('notice.own'))
      .handler(({ input, context: { deps } }) => updateOwnSetting(deps, input)),
    rules: os.notice.rules.use(may('notice.oversee')).handler(({ context: { deps } }) => getRules(deps)),
    updateRules: os.notice.updateRules
      .use(may('notice.rules'))
      .handler(async ({ input, context: { deps } }) => orRefuse(await updateRules(deps, input))),
    overview: os.notice.overview
      .use(may('notice.oversee'))
      .handler(({ context: { deps } }) => getOverview(deps, parts)),
  };
}
