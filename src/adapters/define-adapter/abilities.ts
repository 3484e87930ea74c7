import type { ConversationChange } from '../../ports/adapter.ts';
import type { SimpleAbility } from './simple-backend.ts';

/** What a change asks of a backend; marking as read asks nothing. */
export function abilitiesFor(change: ConversationChange): readonly SimpleAbility[] {
  const { state, coWorkerId, branchId, addTags, removeTags, readUpTo, unreadFrom, recipientId } = change;
  const abilities: readonly (readonly [needed: boolean, ability: SimpleAbility])[] = [
    [coWorkerId !== undefined || state === 'assigned', 'assign'],
    [branchId !== undefined, 'changeBranch'],
    [state === 'archived' || state === 'new', 'archive'],
    [state === 'spam', 'markSpam'],
    [addTags !== undefined || removeTags !== undefined, 'tag'],
    [readUpTo === 'none', 'markUnread'],
    [unreadFrom !== undefined, 'markUnreadFrom'],
    [recipientId !== undefined, 'link'],
  ];
  return abilities.filter(([needed]) => needed).map(([, ability]) => ability);
}
