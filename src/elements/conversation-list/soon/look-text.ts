import { formatView, parseView } from '../../../domain/saved-view.ts';
import type { ListLook } from '../list-view.ts';

/** The look as the string of a saved view. */
export function writeLook({ tab, scope, sort, unreadOnly, text, narrowing }: ListLook): string {
  return formatView({
    ...narrowing,
    tab,
    ...(scope !== 'recipient' && { scope }),
    sort,
    ...(unreadOnly && { unreadOnly }),
    ...(text !== '' && { text }),
  });
}

/** What a saved view says; what it leaves open stays as it is. */
export function readLook(view: string, now: ListLook): ListLook {
  const { tab, scope, sort, unreadOnly = false, text = '', ...narrowing } = parseView(view).view;
  return {
    tab: tab ?? 'all',
    scope: now.scope === 'recipient' ? now.scope : (scope ?? now.scope),
    sort: sort ?? now.sort,
    unreadOnly,
    text,
    narrowing,
  };
}
