import type { EmbeddedData } from '../src/adapters/memory/index.ts';
import type { Conversation } from '../src/domain/model.ts';
import { aCoWorker } from '../src/testing/index.ts';
import { ago, coWorkers, seedOf, type Talk } from './seed.ts';

/** Who watches over all branches. */
export const supervisor = aCoWorker({
  id: 'ines',
  name: 'Ines Vermeulen',
  branchId: null,
  permissions: ['supervise'],
});

const writes = (id: string, name: string, at: number, text: string, fields: Partial<Conversation>): Talk => ({
  id,
  recipient: { name, kind: name === '' ? 'unmatched' : 'contact', language: 'nl' },
  unread: 1,
  lines: [{ at, direction: 'incoming', text, channel: name === '' ? 'sms' : 'whatsapp' }],
  fields,
});
const nobodys = { state: 'new', coWorkerId: null } as const;

/** A day at the office as a supervisor sees it: something of everything that wants looking at. */
const day: readonly Talk[] = [
  writes('late-1', 'Aïsha de Vries', ago(3, 'h'), 'Kan ik morgen om tien uur langskomen?', nobodys),
  writes('late-2', '', ago(150, 'm'), 'Is de vacature nog open?', { ...nobodys, branchId: null }),
  writes('danger-1', 'Mehmet Yılmaz', ago(85, 'm'), 'Hoe laat moet ik er zijn?', { state: 'assigned' }),
  writes('danger-2', 'Piotr Kowalski', ago(70, 'm'), 'I will be late today.', {
    state: 'assigned',
    coWorkerId: 'joris',
  }),
  writes('fresh-1', 'Fatima El Amrani', ago(12, 'm'), 'Foto volgt vanmiddag.', nobodys),
  writes('fresh-2', '', ago(4, 'm'), 'Goedemorgen, met wie spreek ik?', nobodys),
  writes('fresh-3', 'Wout Claes', ago(2, 'm'), 'Kunnen we de planning doornemen?', {
    state: 'assigned',
    coWorkerId: 'lotte',
    branchId: 'antwerp',
  }),
  {
    id: 'answered',
    recipient: { name: 'Annelies Jansen-van der Meulen', organisation: 'Zorggroep Rivierenland', language: 'nl' },
    lines: [
      { at: ago(5, 'h'), direction: 'incoming', text: 'Wij zoeken twee verzorgenden.' },
      { at: ago(4, 'h'), direction: 'outgoing', text: 'Ik kijk het na.', status: 'read' },
    ],
    fields: { state: 'assigned' },
  },
  {
    id: 'old',
    recipient: { name: 'Jürgen Schmidt', language: 'de' },
    lines: [
      { at: ago(40, 'd'), direction: 'incoming', text: 'Vielen Dank!' },
      { at: ago(39, 'd'), direction: 'outgoing', text: 'Gern geschehen.', status: 'read' },
    ],
    fields: { state: 'archived' },
  },
];

/** The day with its supervisor. */
export const watched: EmbeddedData = seedOf(day, { coWorkers: [...coWorkers, supervisor] });

/** As many that nobody has taken yet as wanted. */
export function manyUnassigned(count: number): EmbeddedData {
  const talks = Array.from({ length: count }, (_, index) =>
    writes(`many-${index + 1}`, `Klant ${String(index + 1).padStart(4, '0')}`, ago(index + 1, 'm'), 'Hallo', nobodys),
  );
  return seedOf(talks, { coWorkers: [...coWorkers, supervisor] });
}
