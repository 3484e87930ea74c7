import { fixture, html } from '@open-wc/testing';
import '../../src/elements/channel-composer/define.ts';
import type { ChannelComposer } from '../../src/elements/channel-composer/channel-composer.ts';
import { manualClock, type ManualClock } from '../../src/testing/index.ts';
import { makeWorld, storyNow, type World, type WorldOptions } from '../../stories/support.ts';
import { byRole } from './by-role.ts';

/** A composer of one conversation over the real session, a backend in memory and a clock that stands still. */
export interface Bench {
  readonly composer: ChannelComposer;
  readonly world: World;
  readonly clock: ManualClock;
  /** The text area. */
  readonly text: HTMLTextAreaElement;
  /** Replaces what is typed, as a hand does. */
  type(text: string): Promise<void>;
  /** Moves time, by nothing unless said: lets everything that is under way happen. */
  pass(ms?: number): Promise<void>;
  /** Waits for something that loads for real, as a chunk does. */
  until(condition: () => boolean): Promise<void>;
  /** The Send button. */
  send(): HTMLElement;
  /** Texts of the messages the backend has accepted, of this conversation. */
  accepted(): Promise<readonly string[]>;
}

/** Sets up a composer for `conversationId` of the stories' seed. */
export async function composerBench(
  conversationId: string,
  options: WorldOptions & { readonly attributes?: Readonly<Record<string, string>> } = {},
): Promise<Bench> {
  // Loaded by the composer after its first paint; over the network that takes longer than a test waits.
  await import('../../src/elements/channel-composer/tools/tools.ts');
  const clock = manualClock(storyNow);
  const world = makeWorld({ ...options, clock });
  // It fills itself after an import, which takes real time even where the module is there: no clock of a test waits for that.
  await world.backend
    .adapter()
    .getConversation('')
    .catch(() => undefined);
  const provider = await fixture(
    html`<conversation-provider
      locale="en"
      time-zone="Europe/Amsterdam"
      .session=${world.session}
    ></conversation-provider>`,
  );
  const composer = document.createElement('channel-composer');
  composer.conversationId = conversationId;
  for (const [name, value] of Object.entries(options.attributes ?? {})) composer.setAttribute(name, value);
  provider.append(composer);
  const pass = async (ms = 0): Promise<void> => {
    await clock.advance(ms);
    await composer.updateComplete;
    await clock.advance(0);
    await composer.updateComplete;
  };
  const until = async (condition: () => boolean): Promise<void> => {
    for (let frame = 0; frame < 300 && !condition(); frame += 1) {
      await new Promise(requestAnimationFrame);
      await pass(1);
    }
  };
  // The backend loads number plans as a chunk of its own, once per page.
  await until(() => composer.shadowRoot?.querySelector('.head > *') !== null);
  // Asked after the composer has: once this is answered, it knows whether there is an invitation.
  const { session } = world;
  let hasAnswers = false;
  void Promise.allSettled([session.getInvitation(), session.listConversationTemplates()]).then(
    () => (hasAnswers = true),
  );
  await until(() => hasAnswers);
  await pass();
  await new Promise(requestAnimationFrame);
  await pass();
  const text = composer.querySelector('textarea');
  if (!text) throw new Error('the composer has no text area');
  return {
    composer,
    world,
    clock,
    text,
    pass,
    until,
    type: async (value) => {
      text.value = value;
      text.dispatchEvent(new Event('input', { bubbles: true }));
      await composer.updateComplete;
    },
    send: () => byRole(composer.shadowRoot ?? composer, 'button', /^(Send|Add) /),
    accepted: async () => {
      const page = await world.adapter.listMessages({ kind: 'conversation', conversationId }, { limit: 100 });
      return page.items.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []));
    },
  };
}
