import type { Content } from '../../../src/domain/model.ts';
import type { ConversationWriter } from './messages.ts';

const minute = 60_000;

const slots: Extract<Content, { kind: 'list' }> = {
  kind: 'list',
  header: 'Your service visit',
  body: 'When may our mechanic come? Choose a time that suits you.',
  footer: 'Warmtehuis',
  button: 'Choose a time',
  sections: [
    {
      title: 'Thursday',
      rows: [
        { title: '8:00 – 10:00', description: 'With Ruben' },
        { title: '13:00 – 15:00', description: 'With Ruben' },
      ],
    },
    {
      title: 'Friday',
      rows: [
        { title: '10:00 – 12:00', description: 'With Nadia' },
        { title: 'None of these', description: null },
      ],
    },
  ],
};

/** The planning asks by a list, the customer chooses, changes a text and takes another back, and somebody answers. */
export function choose(writer: ConversationWriter, startsAt: number, agentId: string): void {
  const at = (minutes: number): number => startsAt + minutes * minute;
  const asked = writer.ask(slots, at(4));
  writer.answer({ kind: 'choice', title: '10:00 – 12:00', description: 'With Nadia' }, at(7), { replyToId: asked });
  writer.answer({ kind: 'text', text: 'The bell does not work, please call 06 1234 5678.' }, at(8), {
    editedAt: at(10),
    earlier: [
      { text: 'The bell does not work, please knok.', at: at(8) },
      { text: 'The bell does not work, please knock.', at: at(9) },
    ],
  });
  writer.answer({ kind: 'text', text: '' }, at(9), { deletedAt: at(11) });
  writer.say({ speaker: 'a', text: 'Friday it is. Nadia will call when she is at the door.', at: at(16) }, agentId);
}
