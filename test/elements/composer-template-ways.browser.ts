import { expect } from '@open-wc/testing';
import type { Message } from '../../src/domain/model.ts';
import { prepared } from '../../stories/prepared.ts';
import { ago, morning, seedOf, type WorldOptions, withPart, withoutPart } from '../../stories/support.ts';
import { allByRole, byRole, textOf } from './by-role.ts';
import { type Bench, composerBench } from './composer-bench.ts';

const hour = 3_600_000;
const data = { ...seedOf(morning), ...prepared };
const closed = {
  ...data,
  conversations: (data.conversations ?? []).map((conversation) => ({
    ...conversation,
    channels: conversation.channels.map((channel) => ({ ...channel, lastIncomingAt: ago(25, 'h') })),
  })),
};

const dialogs = ({ composer }: Bench): HTMLElement[] => allByRole(composer, 'dialog', 'Send template');
const dialog = ({ composer }: Bench): HTMLElement => byRole(composer, 'dialog', 'Send template');
const send = (bench: Bench): HTMLElement => byRole(dialog(bench), 'button', /^Send template to /);
const later = (bench: Bench): HTMLElement => byRole(dialog(bench), 'button', 'Send later');
const field = (bench: Bench, name: string): HTMLInputElement =>
  byRole(dialog(bench), 'textbox', name) as HTMLInputElement;
const scheduled = ({ world }: Bench) => world.adapter.part('schedule')?.list('aisha') ?? [];

async function enter(bench: Bench, name: string, value: string): Promise<void> {
  const input = field(bench, name);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await bench.pass();
}

async function opened(bench: Bench): Promise<void> {
  byRole(bench.composer, 'button', 'Choose template').click();
  await bench.until(() => dialogs(bench).length === 1 && allByRole(dialog(bench), 'option').length > 0);
}

/** The appointment, not yet filled in. */
async function chosen(options: WorldOptions & { readonly attributes?: Readonly<Record<string, string>> } = {}) {
  const bench = await composerBench('aisha', { data, ...options });
  await opened(bench);
  allByRole(dialog(bench), 'option')
    .find((option) => textOf(option).includes('appointment reminder'))
    ?.click();
  await bench.until(() => allByRole(dialog(bench), 'button', /^Send template to /).length === 1);
  return bench;
}

async function filled(options: Parameters<typeof chosen>[0] = {}): Promise<Bench> {
  const bench = await chosen(options);
  await enter(bench, 'Datum en tijd', '2026-11-24T14:30');
  await enter(bench, 'Locatie', 'Vestiging Utrecht');
  return bench;
}

async function putOff(bench: Bench): Promise<void> {
  later(bench).click();
  await bench.until(() => allByRole(dialog(bench), 'button', /^Tomorrow morning/).length === 1);
  byRole(dialog(bench), 'button', /^Tomorrow morning/).click();
  await bench.pass(500);
}

async function sent({ world: { adapter } }: Bench): Promise<readonly Message[]> {
  const page = await adapter.listMessages({ kind: 'conversation', conversationId: 'aisha' }, { limit: 100 });
  return page.items.filter(({ content }) => content.kind === 'template');
}

function takeBack(bench: Bench): HTMLElement {
  bench.composer.shadowRoot?.querySelector('.scheduled')?.setAttribute('open', '');
  return byRole(bench.composer, 'button', /^Take back the message of /);
}

describe('composer: approved templates later, and taken back', () => {
  beforeEach(() => localStorage.clear());

  it('[B16] keeps a template until its time, lists it with its words and sends it once', async () => {
    const bench = await filled({ data: closed });
    await putOff(bench);
    await bench.until(() => dialogs(bench).length === 0);
    expect(await sent(bench)).to.have.length(0);
    expect(textOf(bench.composer.shadowRoot?.querySelector('[part=scheduled]'))).to.match(
      /^1 message waits for its time Dag Aïsha, .+ bij Vestiging Utrecht\. Tot dan\. .+9:00 AM · WhatsApp/,
    );
    await bench.pass(30 * hour);
    await bench.pass(1000);
    expect(await sent(bench)).to.have.length(1);
  });

  it('[B16] offers no time before everything is filled in', async () => {
    const bench = await chosen();
    expect(later(bench).ariaDisabled).to.equal('true');
    later(bench).click();
    await bench.pass();
    expect(allByRole(dialog(bench), 'button', /^Tomorrow morning/)).to.have.length(0);
  });

  it('[B16] takes it back into its form, complete', async () => {
    const bench = await filled();
    await putOff(bench);
    await bench.until(() => dialogs(bench).length === 0);
    takeBack(bench).click();
    await bench.until(() => dialogs(bench).length === 1);
    await bench.pass(500);
    expect([field(bench, 'Datum en tijd').value, field(bench, 'Locatie').value]).to.deep.equal([
      '2026-11-24T14:30',
      'Vestiging Utrecht',
    ]);
    expect(await scheduled(bench)).to.have.length(0);
    byRole(dialog(bench), 'button', 'Close').click();
    await bench.until(() => dialogs(bench).length === 0);
    await bench.pass(30 * hour);
    expect(await sent(bench)).to.have.length(0);
  });

  it('[B12] does not take it back over another one that is being filled in, and says so', async () => {
    const bench = await filled();
    await putOff(bench);
    await bench.until(() => dialogs(bench).length === 0);
    await opened(bench);
    allByRole(dialog(bench), 'option')
      .find((option) => textOf(option).includes('invoice reminder'))
      ?.click();
    await bench.pass();
    await enter(bench, 'Factuurnummer', '2026');
    byRole(dialog(bench), 'button', 'Close').click();
    await bench.until(() => dialogs(bench).length === 0);
    expect(takeBack(bench).ariaDisabled).to.equal('true');
    takeBack(bench).click();
    await bench.pass(500);
    expect(await scheduled(bench)).to.have.length(1);
    expect(textOf(bench.composer.shadowRoot?.querySelector('[part=scheduled]'))).to.contain('Another template waits');
  });

  it('[B16] keeps what was filled in when the backend refuses, and says why', async () => {
    const bench = await filled({
      adapt: withPart(
        'schedule',
        (part) => part && { ...part, sendAt: () => Promise.reject(new Error('no')), maxAheadMs: part.maxAheadMs },
      ),
    });
    await putOff(bench);
    await bench.until(() => allByRole(dialog(bench), 'alert').length === 1);
    expect(field(bench, 'Locatie').value).to.equal('Vestiging Utrecht');
  });

  it('[B16] is not offered where the backend sends nothing later', async () => {
    const bench = await filled({ adapt: withoutPart('schedule') });
    expect(allByRole(dialog(bench), 'button', 'Send later')).to.have.length(0);
  });

  it('[B16] holds it on the device; taken back it is in its form again and nothing left', async () => {
    const bench = await filled({ attributes: { 'undo-seconds': '8' } });
    send(bench).click();
    await bench.until(() => dialogs(bench).length === 0);
    await bench.pass(500);
    byRole(bench.composer, 'button', 'Undo').click();
    await bench.until(() => dialogs(bench).length === 1);
    await bench.pass(500);
    expect(field(bench, 'Locatie').value).to.equal('Vestiging Utrecht');
    await bench.pass(60_000);
    expect(await sent(bench)).to.have.length(0);
    send(bench).click();
    await bench.until(() => dialogs(bench).length === 0);
    await bench.pass(10_000);
    await bench.pass(500);
    expect(await sent(bench)).to.have.length(1);
  });

  it('[B7] sends it also when the composer renders while the backend is asked whether it is still approved', async () => {
    let answer = (): void => {};
    const bench = await filled({
      adapt: withPart(
        'approvedTemplates',
        (part) =>
          part && {
            list: (...of) => part.list(...of),
            get: async (id) => {
              await new Promise<void>((resolve) => (answer = resolve));
              return part.get(id);
            },
          },
      ),
    });
    send(bench).click();
    await bench.pass();
    bench.composer.requestUpdate();
    await bench.pass();
    answer();
    await bench.until(() => dialogs(bench).length === 0);
    await bench.pass(1000);
    expect(await sent(bench)).to.have.length(1);
  });
});
