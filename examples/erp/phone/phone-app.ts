import { render } from 'lit';
import type { PageOptions } from '../page-options.ts';
import { smsNumber, whatsappNumber } from '../seed/settings.ts';
import type { EndingChoice } from './endings.ts';
import { PhoneBook, type PickedNumber } from './phone-book.ts';
import type { PhoneLine, PhoneMessage, PhoneReply } from './phone-line.ts';
import { phoneTexts, type PhoneTexts } from './texts.ts';
import type { ErpRecord } from '../seed/people.ts';
import { type SentAt, sentAtMs } from './sent-at.ts';
import { phonePage } from './views.ts';
import { kindOfType } from '../../../src/domain/file-type.ts';
import type { Attachment } from '../../../src/domain/model.ts';

const suggested = 7;

/** What a customer's phone can receive on. */
export type PhoneChannel = 'sms' | 'whatsapp';

/** The customer's phone: one number at a time, its messages per channel, and what is written back. */
export class PhoneApp {
  readonly texts: PhoneTexts;
  readonly options: PageOptions;
  readonly book = new PhoneBook();
  readonly #root: HTMLElement;
  readonly #line: PhoneLine;
  /** As typed. */
  typed = '';
  picked: PickedNumber | null = null;
  channel: PhoneChannel = 'sms';
  choice: EndingChoice = { ending: 'read', reason: 'unreachable' };
  sentAt: SentAt = { kind: 'now' };
  /** Text typed per channel. */
  replies: Readonly<Record<PhoneChannel, string>> = { sms: '', whatsapp: '' };
  /** The message that is being answered. */
  quoted: PhoneMessage | null = null;
  /** The own message that is being changed. */
  changing: PhoneMessage | null = null;
  /** The id of the message whose reactions are offered. */
  reactingTo: string | null = null;
  /** The id of the message whose code was copied last. */
  copiedFrom: string | null = null;
  isHandingOver = false;
  hasFailed = false;
  older: string | null = null;
  #messages = new Map<string, PhoneMessage>();
  #seen: Readonly<Record<PhoneChannel, ReadonlySet<string>>> = { sms: new Set(), whatsapp: new Set() };
  readonly #addresses = new Map<string, string | null>();
  #isQueued = false;

  constructor(root: HTMLElement, options: PageOptions, line: PhoneLine) {
    this.#root = root;
    this.options = options;
    this.#line = line;
    this.texts = phoneTexts(options.language);
  }

  async start(): Promise<void> {
    document.title = this.texts.title;
    addEventListener('hashchange', () => this.#arrive());
    // Chosen in another tab, or emptied with everything else.
    addEventListener('storage', () => void this.#readChoice());
    try {
      await this.#line.start({
        changed: () => void this.#refresh(),
        reset: () => void this.#show(this.picked),
      });
      this.choice = await this.#line.choice();
    } finally {
      // Not before: who wrote lately would push down what one is about to press.
      this.update();
    }
    this.#arrive();
  }

  /** What the phone shows on a channel, oldest first. */
  messagesOn(channel: PhoneChannel): readonly PhoneMessage[] {
    return [...this.#messages.values()]
      .filter((message) => message.channel === channel && message.arrived)
      .sort((a, b) => a.at - b.at);
  }

  /** The message that another one answers, when it is among those shown. */
  answeredBy({ answersId }: PhoneMessage): PhoneMessage | null {
    return answersId === null ? null : (this.#messages.get(answersId) ?? null);
  }

  /** How many arrived on a channel since it was last looked at. */
  unreadOn(channel: PhoneChannel): number {
    if (channel === this.channel) return 0;
    return this.messagesOn(channel).filter(({ id, isMine }) => !isMine && !this.#seen[channel].has(id)).length;
  }

  /** Who may be meant: people who match what was typed, or those who wrote or were written to lately. */
  get suggestions(): readonly ErpRecord[] {
    if (this.picked) return [];
    if (this.typed.trim() !== '') return this.book.matching(this.typed, suggested);
    const lately = this.#line.lately.flatMap((number) => this.book.pick(number)?.owners.slice(0, 1) ?? []);
    return [...new Set(lately)].slice(0, suggested);
  }

  /** A number or name was typed or chosen. */
  pick(typed: string): void {
    this.typed = typed;
    const picked = this.book.pick(typed);
    if (picked?.e164 === this.picked?.e164) {
      this.update();
      return;
    }
    history.replaceState(null, '', picked ? `#${picked.e164}` : location.pathname + location.search);
    void this.#show(picked);
  }

  /** Where a file can be seen; `null` until that is known, and where it cannot. */
  addressOf({ id, url }: Attachment): string | null {
    const known = this.#addresses.get(id);
    if (known !== undefined) return known;
    this.#addresses.set(id, url);
    if (url !== null) return url;
    void this.#line.fileUrl(id).then((found) => {
      // Asked again with the next change: the file may be on its way.
      if (found === null) this.#addresses.delete(id);
      else this.#addresses.set(id, found);
      if (found !== null) this.update();
    });
    return null;
  }

  /** A button of a message was tapped: its words are the answer. */
  async tap(message: PhoneMessage, label: string): Promise<void> {
    await this.#handOver({ kind: 'text', text: label }, message.reference);
  }

  /** Answers with a row of a list. */
  async chooseRow(
    message: PhoneMessage,
    row: { readonly title: string; readonly description: string | null },
  ): Promise<void> {
    await this.#handOver({ kind: 'choice', ...row }, message.reference);
  }

  /** The next reply answers this message; `null` = none. */
  quote(message: PhoneMessage | null): void {
    this.quoted = message;
    this.update();
  }

  /** What is written next takes the place of this own message; `null` = of none. */
  change(message: PhoneMessage | null): void {
    this.changing = message;
    this.quoted = null;
    this.type('whatsapp', message ? wordsOf(message) : '');
    if (message) this.#root.querySelector('textarea')?.focus();
  }

  /** Deletes an own message for everybody. */
  async takeBack(message: PhoneMessage): Promise<void> {
    const isGone = await this.#handOver({ kind: 'text', text: '' }, message.id, 'deleted');
    if (!isGone) return;
    this.#messages.delete(message.id);
    if (this.changing?.id === message.id) this.change(null);
    // The button went with the message.
    this.#root.querySelector<HTMLElement>('.messages')?.focus();
    this.update();
  }

  /** Copies the code of a message. */
  async copy(message: PhoneMessage, code: string): Promise<void> {
    const isCopied = await navigator.clipboard.writeText(code).then(
      () => true,
      () => false,
    );
    this.copiedFrom = isCopied ? message.id : null;
    this.update();
  }

  /** Offers reactions to a message; `null` = to none. */
  chooseReaction(message: PhoneMessage | null): void {
    this.reactingTo = message?.id ?? null;
    this.update();
  }

  /** `null` takes the reaction back. */
  async react(message: PhoneMessage, emoji: string | null): Promise<void> {
    if (!(await this.#handOver({ kind: 'reaction', emoji }, message.reference))) return;
    // The choice goes, and the focus with it, unless it goes back to where it came from.
    const tools = [...this.#root.querySelectorAll<HTMLElement>('[data-reacts-to]')];
    tools.find(({ dataset }) => dataset.reactsTo === message.id)?.focus();
    this.chooseReaction(null);
  }

  /** What is typed goes along as its caption. */
  async sendFile(file: File): Promise<void> {
    const { picked, channel } = this;
    if (!picked) return;
    const attachment = await this.#line.keepFile(picked.e164, file).catch(() => null);
    if (!attachment) {
      this.hasFailed = true;
      this.update();
      return;
    }
    const kind = kindOfType(attachment.mimeType);
    const caption = kind === 'audio' ? '' : this.replies[channel].trim();
    const content = { kind, attachment, caption: caption === '' ? null : caption };
    const isGone = await this.#handOver(content, this.quoted?.reference ?? null);
    if (isGone && caption !== '') this.type(channel, '');
  }

  async sendPlace(): Promise<void> {
    const place = { kind: 'location', latitude: 52.0907, longitude: 5.1214, label: 'Domplein, Utrecht' } as const;
    await this.#handOver(place, this.quoted?.reference ?? null);
  }

  async sendCard(): Promise<void> {
    const { picked } = this;
    if (!picked) return;
    const name = picked.owners[0]?.name ?? picked.e164;
    const contacts = [{ name, phones: [picked.e164], emails: [] }];
    await this.#handOver({ kind: 'contacts', contacts }, this.quoted?.reference ?? null);
  }

  open(channel: PhoneChannel): void {
    this.channel = channel;
    this.quoted = null;
    if (this.changing) this.change(null);
    this.#see();
    this.update();
  }

  /** A wa.me link was tapped: WhatsApp opens, with the link's text ready to be sent. */
  openWhatsApp(link: URL): void {
    const text = link.searchParams.get('text');
    if (text) this.type('whatsapp', text);
    this.open('whatsapp');
  }

  type(channel: PhoneChannel, text: string): void {
    this.replies = { ...this.replies, [channel]: text };
    this.update();
  }

  choose(choice: EndingChoice): void {
    this.choice = choice;
    void this.#line.choose(choice);
    this.update();
  }

  backdate(sentAt: SentAt): void {
    this.sentAt = sentAt;
    this.update();
  }

  /** Hands the reply to the network. */
  async reply(): Promise<void> {
    const { channel, changing } = this;
    const text = this.replies[channel].trim();
    if (text === '') return;
    if (changing) {
      const { content } = changing;
      const now = 'attachment' in content ? { ...content, caption: text } : ({ kind: 'text', text } as const);
      if (await this.#handOver(now, changing.id, 'edited')) this.change(null);
    } else if (await this.#handOver({ kind: 'text', text }, this.quoted?.reference ?? null)) this.type(channel, '');
  }

  async #handOver(
    content: PhoneReply['content'],
    answers: string | null = null,
    revision?: PhoneReply['revision'],
  ): Promise<boolean> {
    const { picked, channel } = this;
    if (!picked || this.isHandingOver) return false;
    this.isHandingOver = true;
    this.hasFailed = false;
    this.update();
    try {
      await this.#line.write({
        channel,
        from: picked.e164,
        fromName: channel === 'whatsapp' ? (picked.owners[0]?.name ?? null) : null,
        to: channel === 'whatsapp' ? whatsappNumber : smsNumber,
        at: revision ? this.#afterThat(answers) : sentAtMs(this.sentAt, Date.now()),
        content,
        answers,
        ...(revision && { revision }),
      });
      this.quoted = null;
    } catch {
      this.hasFailed = true;
    }
    this.isHandingOver = false;
    await this.#refresh();
    return !this.hasFailed;
  }

  /** Now, but not in the second of the message itself: the network's times have whole seconds. */
  #afterThat(id: string | null): number {
    return Math.max(Date.now(), (this.#messages.get(id ?? '')?.at ?? 0) + 1000);
  }

  async showOlder(): Promise<void> {
    const { picked, older } = this;
    if (!picked || older === null) return;
    const page = await this.#line.page(picked.e164, older);
    if (picked !== this.picked) return;
    this.older = page.older;
    this.#take(page.messages);
    this.update();
  }

  readonly update = (): void => {
    if (this.#isQueued) return;
    this.#isQueued = true;
    queueMicrotask(() => {
      this.#isQueued = false;
      const isAtEnd = this.#isAtEnd();
      render(phonePage(this), this.#root);
      if (isAtEnd) this.#toEnd();
    });
  };

  async #readChoice(): Promise<void> {
    this.choice = await this.#line.choice();
    this.update();
  }

  #arrive(): void {
    const typed = decodeURIComponent(location.hash.slice(1));
    if (typed === '' || typed === this.picked?.e164) return;
    const picked = this.book.pick(typed);
    this.typed = picked?.shown ?? typed;
    void this.#show(picked);
  }

  async #show(picked: PickedNumber | null): Promise<void> {
    this.picked = picked;
    this.quoted = null;
    this.changing = null;
    this.reactingTo = null;
    this.hasFailed = false;
    this.older = null;
    this.#messages = new Map();
    this.update();
    if (!picked) return;
    const page = await this.#line.page(picked.e164);
    if (picked !== this.picked) return;
    this.older = page.older;
    this.#take(page.messages);
    const last = page.messages.findLast(({ channel }) => channel === 'sms' || channel === 'whatsapp');
    this.channel = last?.channel === 'whatsapp' ? 'whatsapp' : 'sms';
    this.#see('all');
    this.update();
    await Promise.resolve();
    this.#toEnd();
  }

  /** Something changed in the backend: the newest page is read again. */
  async #refresh(): Promise<void> {
    const { picked } = this;
    if (picked) {
      const page = await this.#line.page(picked.e164);
      if (picked !== this.picked) return;
      this.#take(page.messages);
      this.#see();
    }
    this.update();
  }

  #take(messages: readonly PhoneMessage[]): void {
    for (const message of messages) this.#messages.set(message.id, message);
  }

  /** What is on the open channel, or at first on all, has been seen. */
  #see(which: 'open' | 'all' = 'open'): void {
    const ids = (channel: PhoneChannel): ReadonlySet<string> => new Set(this.messagesOn(channel).map(({ id }) => id));
    const channels: readonly PhoneChannel[] = which === 'all' ? ['sms', 'whatsapp'] : [this.channel];
    for (const channel of channels) this.#seen = { ...this.#seen, [channel]: ids(channel) };
  }

  #isAtEnd(): boolean {
    const box = this.#root.querySelector('.messages');
    return !box || box.scrollHeight - box.scrollTop - box.clientHeight < 40;
  }

  #toEnd(): void {
    const box = this.#root.querySelector('.messages');
    box?.scrollTo(0, box.scrollHeight);
  }
}

/** What of a message can be changed. */
function wordsOf({ content, text }: PhoneMessage): string {
  return 'attachment' in content ? (content.caption ?? '') : text;
}
