import { apart } from './ar.ts';
import { languageForms } from './forms.ts';
import type { TimelineTexts } from './timeline.en.ts';

const { plural } = languageForms('ar');

/** What `conversation-timeline` says at first, in Arabic. `timeline-soon` and `timeline-more` load later. */
export const timelineAr: TimelineTexts = {
  timeline: {
    beginning: 'بداية المحادثة',
    by: (who) => `بواسطة ${apart(who)}`,
    edited: 'معدّلة',
    events: {
      archived: 'أُرشفت',
      assigned: (to) => `عُيّنت إلى ${apart(to)}`,
      branch: (to) => `نُقلت إلى فرع ${apart(to)}`,
      linked: (to) => `رُبطت بـ ${apart(to)}`,
      unlinked: (from) => `أُلغي الربط بـ ${apart(from)}`,
      noBranch: 'أُزيل الفرع',
      'not-spam': 'لم تعد مزعجة',
      reopened: 'أُعيد فتحها',
      spam: 'عُلّمت كمزعجة',
      started: 'بدأت المحادثة',
      tagged: (tag) => `أُضيف الوسم ${apart(tag)}`,
      unassigned: 'لم تعد معيّنة',
      untagged: (tag) => `أُزيل الوسم ${apart(tag)}`,
    },
    feed: (name) => `المحادثة مع ${apart(name)}`,
    internal: 'داخلية',
    label: 'الرسائل',
    loadingOlder: 'جارٍ تحميل الرسائل السابقة',
    olderFailed: 'تعذّر تحميل الرسائل السابقة.',
    origins: { bot: 'روبوت', campaign: 'حملة', system: 'نظام آخر' },
    recentFeed: 'آخر الرسائل',
    showAll: 'عرض الرسالة كاملة',
    unread: (count) =>
      plural(count, {
        zero: 'لا رسائل غير مقروءة',
        one: 'رسالة واحدة غير مقروءة',
        two: 'رسالتان غير مقروءتين',
        few: '# رسائل غير مقروءة',
        many: '# رسالة غير مقروءة',
        other: '# رسالة غير مقروءة',
      }),
  },
  status: {
    draft: 'مسودة',
    queued: 'في قائمة الانتظار',
    sending: 'جارٍ الإرسال',
    unknown: 'النتيجة غير معروفة',
    accepted: 'قُبلت',
    sent: 'أُرسلت',
    delivered: 'سُلّمت',
    read: 'قُرئت',
    failed: 'فشلت',
    cancelled: 'أُلغيت',
  },
};

/** In the same chunk: a second one would come late. */
export { timelineSoonAr } from './timeline-soon.ar.ts';
