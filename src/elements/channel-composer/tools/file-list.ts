import { html, nothing, type TemplateResult } from 'lit';
import type { AttachmentsController, DraftKey, JudgedFile } from '../../../controllers/attachments-controller.ts';
import type { Composition } from '../../../controllers/composer-controller.ts';
import { capabilitiesOf } from '../../../domain/channels.ts';
import { isolatedName, splitFileName, visibleName } from '../../../domain/visible-text.ts';
import type { ComposerFileTexts } from '../../../locales/composer-tools.ts';
import { clearIcon, fileIcon, moveDownIcon, moveUpIcon, pauseIcon, resumeIcon } from '../../../styles/icons.ts';
import { keyedRows } from '../../keyed-rows.ts';
import { channelName, type ComposerWords } from '../words.ts';

/** What the list of files works with. */
export interface FileListContext extends ComposerWords {
  readonly texts: ComposerFileTexts;
  readonly controller: AttachmentsController;
  readonly key: DraftKey;
  /** Files whose description is open. */
  readonly described: Set<string>;
  readonly say: (text: string) => void;
  readonly changed: () => void;
  readonly focusText: () => void;
}

const kilobyte = 1000;

/** The files as they will be sent, in order, with what is the matter with each (B10). */
export function fileList(
  files: readonly JudgedFile[],
  composition: Composition,
  context: FileListContext,
): TemplateResult {
  const { texts } = context;
  return html`<div class="files" part="files">
    <ul class="file-list" aria-label=${texts.list}>
      ${keyedRows(
        files,
        ({ file }) => file.id,
        (file, index) => fileRow(file, { index, count: files.length }, composition, context),
      )}
    </ul>
    ${planLine(composition, context)}
  </div>`;
}

/** How many messages they become, and where the text goes. */
function planLine({ outgoing, option }: Composition, { texts, controller, key }: FileListContext): unknown {
  const text = outgoing.text.trim();
  const plan = controller.plan(key, option, text);
  if (!plan?.ok) return nothing;
  const [first] = plan.messages;
  const isFirst = first?.type === 'text';
  const words = text === '' ? '' : isFirst ? texts.textIsFirst : first?.caption === text ? texts.textIsCaption : '';
  if (plan.messages.length < 2 && words === '') return nothing;
  return html`<p class="file-plan">
    ${plan.messages.length > 1 ? `${texts.messages(plan.messages.length)} ` : nothing}${words}
  </p>`;
}

function fileRow(
  judged: JudgedFile,
  place: { readonly index: number; readonly count: number },
  composition: Composition,
  context: FileListContext,
): TemplateResult {
  const { file, verdict } = judged;
  const { stem, extension } = splitFileName(visibleName(file.name));
  return html`<li class="file ${verdict.ok ? '' : 'refused'}">
    ${thumbnail(judged, context)}
    <div class="file-body">
      <div class="file-head">
        <span class="file-name" dir="ltr" title=${visibleName(file.name)}
          ><bdi>${stem}</bdi><span>${extension}</span></span
        >
        <bdi class="file-size">${readableSize(file.sizeBytes, context)}</bdi>
      </div>
      ${player(judged, context)} ${fileState(judged, composition, context)} ${fileWords(judged, composition, context)}
    </div>
    ${fileButtons(judged, place, context)}
  </li>`;
}

function thumbnail(judged: JudgedFile, { controller }: FileListContext): unknown {
  const picture = controller.pictureUrl(judged);
  if (picture !== null) return html`<img class="file-picture" src=${picture} alt="" />`;
  return html`<span class="file-picture" aria-hidden="true">${fileIcon()}</span>`;
}

/** A sound can be heard before it is sent. */
function player(judged: JudgedFile, { controller, texts }: FileListContext): unknown {
  const url = judged.file.kind === 'audio' && judged.bytes.size > 0 ? controller.mediaUrl(judged) : null;
  if (url === null) return nothing;
  const name = texts.listen(isolatedName(visibleName(judged.file.name)));
  return html`<audio class="file-sound" src=${url} aria-label=${name} controls preload="metadata"></audio>`;
}

/** Why it cannot be sent and what helps, or how far it is. */
function fileState(judged: JudgedFile, composition: Composition, context: FileListContext): unknown {
  const { texts, controller } = context;
  const { file, upload, verdict, isKept } = judged;
  const drawing = controller.isDrawing(file.id);
  const refusal = verdict.ok ? '' : refusalSentence(judged, composition, context);
  return html`${refusal === '' ? nothing : html`<p class="file-problem">${refusal}</p>`}
  ${drawing ? html`<p class="file-note" aria-live="polite">${texts.drawing}</p>` : proposalButton(judged, context)}
  ${verdict.ok && !drawing ? uploadState(judged, context) : nothing}
  ${isKept ? nothing : html`<p class="file-note">${texts.notKept}</p>`}
  ${
    upload.state === 'failed'
      ? html`<p class="file-problem">
            ${texts.states.failed}. ${upload.error ? context.messages.common.errors[upload.error] : ''}
          </p>
          <button type="button" class="button compact" @click=${() => controller.upload(file.id)}>
            ${texts.retry}
          </button>`
      : nothing
  }`;
}

function uploadState({ file, upload }: JudgedFile, { texts, formats }: FileListContext): unknown {
  if (upload.state === 'done' || upload.state === 'failed') return nothing;
  const percent = Math.floor((100 * upload.sentBytes) / Math.max(1, file.sizeBytes));
  const { running, idle, paused, waiting } = texts.states;
  const state = upload.state === 'running' ? running(formats.number(percent)) : { idle, paused, waiting }[upload.state];
  return html`<div class="file-progress">
    <progress max="100" value=${percent} aria-label=${texts.progress(isolatedName(visibleName(file.name)))}></progress>
    <span class="file-note">${state}</span>
  </div>`;
}

function refusalSentence({ file, verdict }: JudgedFile, { option }: Composition, context: FileListContext): string {
  if (verdict.ok) return '';
  const { refusals, types } = context.texts;
  const { refusal } = verdict;
  const channel = channelName(option.channel, context);
  switch (refusal.type) {
    case 'empty':
    case 'executable':
      return refusals[refusal.type];
    case 'no-files':
      return refusals['no-files'](channel);
    case 'too-many':
      return refusals['too-many'](refusal.limit);
    case 'too-large':
      return refusals['too-large'](
        readableSize(file.sizeBytes, context),
        readableSize(refusal.limitBytes, context),
        channel,
      );
    case 'unsupported-type':
      return refusals['unsupported-type'](`${types[file.kind]} (${file.mimeType})`, channel);
  }
}

function proposalButton(judged: JudgedFile, { texts, controller, formats, say, ...context }: FileListContext): unknown {
  const { proposal, verdict } = judged;
  if (!proposal) return nothing;
  const size = readableSize(proposal.estimatedBytes, { formats });
  const isConversion = !verdict.ok && verdict.refusal.type === 'unsupported-type';
  const name = isConversion
    ? texts.asJpeg(size)
    : texts.smaller(formats.number(proposal.width), formats.number(proposal.height), size);
  const draw = (): void => {
    context.focusText();
    void controller.draw(judged).then((isDrawn) => {
      if (!isDrawn) say(texts.drawingFailed);
    });
  };
  return html`<button type="button" class="button compact" @click=${draw}>${name}</button>`;
}

/** What is said of it: to everybody, and to those who cannot see it. */
function fileWords({ file, verdict }: JudgedFile, { option }: Composition, context: FileListContext): unknown {
  const { texts, controller, described } = context;
  if (!verdict.ok) return nothing;
  const { captions } = capabilitiesOf({
    ...{ accountId: null, address: '', lastIncomingAt: null, consent: 'unknown', overrides: null },
    ...option.target,
    channel: option.channel,
  });
  const name = isolatedName(visibleName(file.name));
  const hasDescription = described.has(file.id) || file.altText !== '';
  const isPicture = verdict.kind === 'image' || verdict.kind === 'sticker';
  const describe = (): void => {
    described.add(file.id);
    context.changed();
  };
  const type = (field: 'caption' | 'altText') => (event: InputEvent) =>
    controller.change(file.id, { [field]: (event.target as HTMLInputElement).value });
  return html`<div class="file-words">
    ${
      captions && verdict.kind !== 'audio' && verdict.kind !== 'sticker'
        ? html`<input
            class="field-input"
            type="text"
            enterkeyhint="done"
            autocapitalize="sentences"
            dir="auto"
            aria-label=${texts.captionOf(name)}
            placeholder=${texts.caption}
            .value=${file.caption}
            @input=${type('caption')}
          />`
        : nothing
    }
    ${
      isPicture && !hasDescription
        ? html`<button
            type="button"
            class="button quiet compact"
            aria-label=${texts.describeFile(name)}
            title=${texts.altText}
            @click=${describe}
          >
            ${texts.describe}
          </button>`
        : nothing
    }
    ${
      isPicture && hasDescription
        ? html`<input
            class="field-input alt"
            type="text"
            enterkeyhint="done"
            autocapitalize="sentences"
            dir="auto"
            aria-label="${texts.altText}: ${name}"
            placeholder=${texts.altText}
            .value=${file.altText}
            @input=${type('altText')}
          />`
        : nothing
    }
  </div>`;
}

function fileButtons(
  { file, upload, verdict }: JudgedFile,
  { index, count }: { readonly index: number; readonly count: number },
  context: FileListContext,
): TemplateResult {
  const { texts, controller, key } = context;
  const name = isolatedName(visibleName(file.name));
  const isUnderWay = verdict.ok && (upload.state === 'running' || upload.state === 'waiting');
  const remove = (): void => {
    controller.remove(file.id);
    context.focusText();
    context.say(texts.removed(name));
  };
  return html`<div class="file-buttons">
    ${isUnderWay ? iconButton(texts.pause(name), pauseIcon(), () => controller.pause(file.id)) : nothing}
    ${upload.state === 'paused' ? iconButton(texts.resume(name), resumeIcon(), () => controller.upload(file.id)) : nothing}
    ${index > 0 ? iconButton(texts.earlier(name), moveUpIcon(), () => controller.shift(key, file.id, -1)) : nothing}
    ${index < count - 1 ? iconButton(texts.later(name), moveDownIcon(), () => controller.shift(key, file.id, 1)) : nothing}
    ${iconButton(texts.remove(name), clearIcon(), remove)}
  </div>`;
}

function iconButton(name: string, icon: TemplateResult, run: () => void): TemplateResult {
  return html`<button type="button" class="button quiet icon-only" title=${name} aria-label=${name} @click=${run}>
    ${icon}
  </button>`;
}

function readableSize(bytes: number, { formats }: Pick<ComposerWords, 'formats'>): string {
  if (bytes < kilobyte) return `${formats.number(bytes)} B`;
  const megabytes = bytes / kilobyte / kilobyte;
  if (megabytes < 1) return `${formats.number(Math.round(bytes / kilobyte))} kB`;
  return `${formats.number(Math.round(megabytes * 10) / 10)} MB`;
}
