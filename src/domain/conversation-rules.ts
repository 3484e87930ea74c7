/**
 * The rules by which a backend keeps conversations: where a customer's message goes, and what messages, reading and
 * co-workers' changes make of a conversation. The one place that derives unread count, waiting time, last message,
 * reply window and state; every backend uses it, so all agree.
 */
export { applyChange } from './apply-change.ts';
export type { ConversationEdit, EditContext } from './apply-change.ts';
export { applyIncoming, applyMessageChange, applyOutgoing } from './apply-message.ts';
export { linkedMessage, linkedStandIn, linkFault } from './link-sender.ts';
export { matchRecipients, placeIncoming, senderAmong } from './place-incoming.ts';
export type { IncomingPlace, Placement } from './place-incoming.ts';
export { applyRead, applyUnread, applyUnreadFrom } from './reading.ts';
export { newChannel, startConversation, summaryOf, unmatchedRecipient } from './start-conversation.ts';
export type { ConversationStart } from './start-conversation.ts';
