import type { NoticeSetting } from '#contract/notice.ts';
import { actorId, type Deps, inScope } from '../deps.ts';
import { findSetting, saveSetting } from './notice-setting.store.ts';

/** What whoever asks wants of letters; the page shows every reminder whatever they choose. */
export function getOwnSetting(deps: Deps): Promise<NoticeSetting> {
  return inScope(deps, (tx) => findSetting(tx, actorId(deps)));
}

export function updateOwnSetting(deps: Deps, setting: NoticeSetting): Promise<NoticeSetting> {
  return inScope(deps, async (tx) => {
    const personId = actorId(deps);
    if (personId !== null)
      await saveSetting(tx, setting, { provinceId: deps.provinceId, personId, now: deps.now() });
    return findSetting(tx, personId);
  });
}
