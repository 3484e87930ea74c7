import { apart } from './ar.ts';
import type { NotificationTexts } from './notifications.en.ts';

/** Every text of `conversation-notifications` in Arabic. */
export const notificationsAr: NotificationTexts = {
  notifications: {
    label: 'الإشعارات في هذا المتصفح',
    desktop: 'إشعارات سطح المكتب',
    permission: {
      granted: 'تظهر ما دام لا أحد ينظر إلى صفحة من هذا المتصفح.',
      default: 'يسأل المتصفح مرة واحدة إن كان لهذه الصفحة أن تعرضها.',
      denied: 'يمنعها هذا المتصفح. اسمح بالإشعارات لهذه الصفحة في إعدادات المتصفح.',
      unsupported: 'هذا المتصفح، أو الصفحة التي تحوي هذه الصفحة، لا يسمح بها.',
    },
    sound: 'الصوت',
    tryIt: 'تجربة الصوت',
    events: 'أبلغني عندما',
    kinds: {
      new: 'يكتب شخص جديد',
      assigned: 'تُعيّن لي محادثة',
      message: 'يكتب أحد عملائي',
    },
    quiet: 'ساعات الهدوء',
    quietFrom: 'هدوء من',
    quietUntil: 'هدوء حتى',
    titles: {
      new: (name) => `محادثة جديدة: ${apart(name)}`,
      assigned: (name) => `عُيّنت لك: ${apart(name)}`,
      message: (name) => name,
    },
  },
};
