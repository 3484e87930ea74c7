import type { TimelineTexts } from './timeline.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('nl');

/** What `conversation-timeline` says at first, in Dutch. `timeline-soon` and `timeline-more` load later. */
export const timelineNl: TimelineTexts = {
  timeline: {
    beginning: 'Begin van het gesprek',
    by: (who) => `door ${who}`,
    edited: 'bewerkt',
    events: {
      archived: 'Gearchiveerd',
      assigned: (to) => `Toegewezen aan ${to}`,
      branch: (to) => `Verplaatst naar vestiging ${to}`,
      linked: (to) => `Gekoppeld aan ${to}`,
      unlinked: (from) => `Koppeling aan ${from} ongedaan gemaakt`,
      noBranch: 'Vestiging verwijderd',
      'not-spam': 'Niet langer spam',
      reopened: 'Heropend',
      spam: 'Gemarkeerd als spam',
      started: 'Gesprek gestart',
      tagged: (tag) => `Tag ${tag} toegevoegd`,
      unassigned: 'Niet langer toegewezen',
      untagged: (tag) => `Tag ${tag} verwijderd`,
    },
    feed: (name) => `Gesprek met ${name}`,
    internal: 'Intern',
    label: 'Berichten',
    loadingOlder: 'Eerdere berichten laden',
    olderFailed: 'Eerdere berichten konden niet worden geladen.',
    origins: { bot: 'Bot', campaign: 'Campagne', system: 'Ander systeem' },
    recentFeed: 'Laatste berichten',
    showAll: 'Hele bericht tonen',
    unread: (count) => plural(count, { one: '# ongelezen bericht', other: '# ongelezen berichten' }),
  },
  status: {
    draft: 'Concept',
    queued: 'In wachtrij',
    sending: 'Wordt verzonden',
    unknown: 'Uitkomst onbekend',
    accepted: 'Aangenomen',
    sent: 'Verzonden',
    delivered: 'Afgeleverd',
    read: 'Gelezen',
    failed: 'Mislukt',
    cancelled: 'Geannuleerd',
  },
};

/** In the same chunk: a second one would come late. */
export { timelineSoonNl } from './timeline-soon.nl.ts';
