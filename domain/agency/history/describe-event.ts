import type { AgencyEvent, Heir } from './agency-event.ts';

/** What an event does, as one would head the decision: "Hợp nhất Sở A, Sở B thành Sở C". */
export function describeEvent(event: AgencyEvent, nameOf: (agencyId: string) => string): string {
  const names = (ids: readonly string[]) => ids.map(nameOf).join(', ');
  const heirName = (heir: Heir) => (heir.kind === 'held' ? nameOf(heir.agencyId) : heir.founding.name);
  switch (event.kind) {
    case 'establish':
      return event.effectiveOn === null
        ? `${event.founding.name} có từ trước, chưa rõ ngày thành lập`
        : `Thành lập ${event.founding.name}`;
    case 'rename':
      return `${nameOf(event.agencyId)} đổi tên thành ${event.name}`;
    case 'move':
      return event.parentId === null
        ? `${nameOf(event.agencyId)} không còn trực thuộc cơ quan nào`
        : `Chuyển ${nameOf(event.agencyId)} về trực thuộc ${nameOf(event.parentId)}`;
    case 'merge':
      return describeMerge(event.agencyIds, event.heir, { names, heirName });
    case 'split': {
      const heirs = event.heirs.map(heirName).join(', ');
      return event.goesOn
        ? `Tách ${heirs} từ ${nameOf(event.agencyId)}`
        : `Chia ${nameOf(event.agencyId)} thành ${heirs}`;
    }
    case 'abolish':
      return event.successorIds.length === 0
        ? `${nameOf(event.agencyId)} kết thúc hoạt động`
        : `${nameOf(event.agencyId)} kết thúc hoạt động, nhiệm vụ chuyển cho ${names(event.successorIds)}`;
    case 'transfer':
      return event.fromId === null
        ? `${nameOf(event.toId)} tiếp nhận nhiệm vụ: ${event.duty}`
        : `Chuyển nhiệm vụ từ ${nameOf(event.fromId)} sang ${nameOf(event.toId)}: ${event.duty}`;
  }
}

function describeMerge(
  agencyIds: readonly string[],
  heir: Heir,
  say: { names: (ids: readonly string[]) => string; heirName: (heir: Heir) => string },
): string {
  if (heir.kind === 'held')
    return `Nhập ${say.names(agencyIds.filter((id) => id !== heir.agencyId))} vào ${say.heirName(heir)}`;
  return agencyIds.length === 1
    ? `Tổ chức lại ${say.names(agencyIds)} thành ${say.heirName(heir)}`
    : `Hợp nhất ${say.names(agencyIds)} thành ${say.heirName(heir)}`;
}
