import { ChannelComposer } from './channel-composer/channel-composer.ts';
import { ConversationCues } from './conversation-cues/conversation-cues.ts';
import { ConversationDetails } from './conversation-details/conversation-details.ts';
import { ConversationList } from './conversation-list/conversation-list.ts';
import { ConversationMonitor } from './conversation-monitor/conversation-monitor.ts';
import { ConversationNotifications } from './conversation-notifications/conversation-notifications.ts';
import { ConversationProvider } from './conversation-provider/conversation-provider.ts';
import { ConversationTimeline } from './conversation-timeline/conversation-timeline.ts';
import { ConversationView } from './conversation-view/conversation-view.ts';
import { MyConversations } from './my-conversations/my-conversations.ts';
import { PhoneNumberConversion } from './phone-number-conversion/phone-number-conversion.ts';
import { PhoneNumberField } from './phone-number-field/phone-number-field.ts';
import { TemplateEditor } from './template-editor/template-editor.ts';
import { define, type DefineOptions, type ElementName } from './tags.ts';

const elements: Readonly<Record<ElementName, CustomElementConstructor>> = {
  'channel-composer': ChannelComposer,
  'conversation-cues': ConversationCues,
  'conversation-details': ConversationDetails,
  'conversation-list': ConversationList,
  'conversation-monitor': ConversationMonitor,
  'conversation-notifications': ConversationNotifications,
  'conversation-provider': ConversationProvider,
  'conversation-timeline': ConversationTimeline,
  'conversation-view': ConversationView,
  'my-conversations': MyConversations,
  'phone-number-conversion': PhoneNumberConversion,
  'phone-number-field': PhoneNumberField,
  'template-editor': TemplateEditor,
};

/**
 * Registers every element, under other tags if wanted: `defineAll({ prefix: 'acme' })` makes `acme-conversation-view`.
 * Elements inside elements follow. What is registered already stays as it is.
 */
export function defineAll(options: DefineOptions = {}): void {
  for (const [name, element] of Object.entries(elements)) define(name as ElementName, element, options);
}
