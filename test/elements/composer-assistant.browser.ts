import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { withAssistant } from '../../src/adapters/with-assistant.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { AssistantChunk, AssistantPart, AssistantRequest } from '../../src/ports/parts/assistant.ts';
import { deferred, type Deferred } from '../../src/testing/index.ts';
import { allByRole, byRole, textOf } from './by-role.ts';
import { type Bench, composerBench } from './composer-bench.ts';

/** An assistant that answers when the test says so. */
class Scripted implements AssistantPart {
  readonly tasks = ['suggest', 'rewrite', 'translate', 'summarise'] as const;
  readonly asked: AssistantRequest[] = [];
  readonly aborted: boolean[] = [];
  go: Deferred<void> = deferred();
  answer: readonly AssistantChunk[] = [
    { proposal: 0, text: 'Graag ' },
    { proposal: 0, text: 'gedaan' },
  ];
  error: AdapterError | null = null;

  async *ask(
    request: AssistantRequest,
    options?: { readonly signal?: AbortSignal },
  ): AsyncGenerator<AssistantChunk, void> {
    const index = this.asked.push(request) - 1;
    options?.signal?.addEventListener('abort', () => (this.aborted[index] = true));
    const [first, ...rest] = this.answer;
    if (this.error) throw this.error;
    if (first) yield first;
    await this.go.promise;
    yield* rest;
  }
}

const press = (bench: Bench, name: string): void => byRole(bench.composer, 'button', name).click();
const panel = ({ composer }: Bench): string => textOf(byRole(composer, 'dialog', 'Assistant'));

async function opened(assistant: AssistantPart): Promise<Bench> {
  const bench = await composerBench('aisha', { adapt: (adapter) => withAssistant(adapter, assistant) });
  await bench.until(() => allByRole(bench.composer, 'button', 'Assistant').length === 1);
  press(bench, 'Assistant');
  await bench.until(() => allByRole(bench.composer, 'button', 'Summarise').length === 1);
  return bench;
}

describe('composer: assistant', () => {
  it('[B20] is not there unless the backend or the host has one', async () => {
    const bench = await composerBench('aisha');
    await bench.until(() => allByRole(bench.composer, 'button', 'Emoji').length === 1);
    expect(allByRole(bench.composer, 'button', 'Assistant')).to.have.length(0);
  });

  it('[B20] proposes as it comes; the text changes only by a press, as one step to undo, and nothing is sent', async () => {
    const assistant = new Scripted();
    const bench = await opened(assistant);
    const before = await bench.accepted();
    press(bench, 'Suggest a reply');
    await bench.until(() => panel(bench).includes('Graag'));
    expect(panel(bench)).to.contain('Proposed by the assistant. Read it before you send it.');
    expect(allByRole(bench.composer, 'button', /^Insert/)).to.have.length(0);
    expect(bench.text.value).to.equal('');
    assistant.go.resolve();
    await bench.until(() => allByRole(bench.composer, 'button', /^Insert/).length === 1);
    byRole(bench.composer, 'button', /^Insert/).click();
    await bench.pass();
    expect(bench.text.value).to.equal('Graag gedaan');
    expect(deepActiveElement(document)).to.equal(bench.text);
    expect(await bench.accepted()).to.deep.equal(before);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- scripted keys do not reach the browser's undo
    document.execCommand('undo');
    expect(bench.text.value).to.equal('');
  });

  it('[B20] tells it the messages and the text, and no notes', async () => {
    const assistant = new Scripted();
    const bench = await opened(assistant);
    press(bench, 'Summarise');
    await bench.until(() => assistant.asked.length === 1);
    const [request] = assistant.asked;
    expect(request?.task).to.equal('summarise');
    expect(request?.messages.length).to.be.greaterThan(0);
    expect(
      request?.messages.filter(({ direction }) => direction !== 'incoming' && direction !== 'outgoing'),
    ).to.have.length(0);
  });

  it('[B20] rewords and translates only what is there, in the tone and language wanted', async () => {
    const assistant = new Scripted();
    const bench = await opened(assistant);
    expect(byRole(bench.composer, 'button', 'Reword').ariaDisabled).to.equal('true');
    press(bench, 'Reword');
    await bench.pass();
    expect(assistant.asked).to.have.length(0);
    await bench.type('kom maar');
    await bench.pass();
    const tone = byRole(bench.composer, 'combobox', 'Tone') as HTMLSelectElement;
    tone.selectedIndex = 1;
    tone.dispatchEvent(new Event('change', { bubbles: true }));
    press(bench, 'Reword');
    await bench.until(() => assistant.asked.length === 1);
    press(bench, 'Translate');
    await bench.until(() => assistant.asked.length === 2);
    expect(assistant.asked.map(({ task, text, tone: asked }) => [task, text, asked])).to.deep.equal([
      ['rewrite', 'kom maar', 'formal'],
      ['translate', 'kom maar', null],
    ]);
    expect(assistant.aborted[0]).to.equal(true);
    assistant.go.resolve();
    await bench.until(() => allByRole(bench.composer, 'button', /^Replace my text/).length === 1);
    byRole(bench.composer, 'button', /^Replace my text/).click();
    await bench.pass();
    expect(bench.text.value).to.equal('Graag gedaan');
  });

  it('[B20] is stopped by its button, by closing, and by going to another customer', async () => {
    const assistant = new Scripted();
    const bench = await opened(assistant);
    press(bench, 'Suggest a reply');
    await bench.until(() => allByRole(bench.composer, 'button', 'Stop').length === 1 && panel(bench).includes('Graag'));
    press(bench, 'Stop');
    await bench.until(() => panel(bench).includes('Stopped.'));
    expect(assistant.aborted[0]).to.equal(true);
    press(bench, 'Suggest a reply');
    await bench.until(() => assistant.asked.length === 2);
    await sendKeys({ press: 'Escape' });
    await bench.until(() => assistant.aborted[1] === true);
    press(bench, 'Assistant');
    await bench.until(() => allByRole(bench.composer, 'button', 'Summarise').length === 1);
    press(bench, 'Suggest a reply');
    await bench.until(() => assistant.asked.length === 3);
    bench.composer.conversationId = 'kowalski';
    await bench.until(() => assistant.aborted[2] === true);
    expect(bench.text.value).to.equal('');
  });

  it('[B20] says in words when it does not answer', async () => {
    const assistant = new Scripted();
    assistant.error = new AdapterError('rate-limited', 'busy');
    const bench = await opened(assistant);
    press(bench, 'Suggest a reply');
    await bench.until(() => panel(bench).includes('The assistant did not answer.'));
  });
});
