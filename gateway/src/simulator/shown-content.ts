import type { ApprovedTemplate } from '../../../src/domain/approved-template.ts';
import { contentsOf } from '../../../src/domain/cm-content.ts';
import { asObject, numberAt, own, textAt } from '../../../src/domain/cm-values.ts';
import type { JsonObject } from '../../../src/domain/cm-values.ts';
import { templateContent } from '../../../src/domain/fill-template.ts';
import type { Attachment, ChannelKind, Content, FilledPlace, TemplateValue } from '../../../src/domain/model.ts';
import { templateFields } from '../../../src/domain/template-fields.ts';
import type { MediaSource } from './media.ts';
import type { LedgerEntry } from './read-send.ts';

/** What the provider knows besides what it was asked. */
export interface Knowledge {
  /** The templates it has approved: a send only names one, and says what stands in its places. */
  readonly templates: readonly ApprovedTemplate[];
  /** Takes note of a file; the id under which the phone finds it. */
  readonly know: (source: MediaSource) => string;
}

/** What the message that it answers is called; `null` where it answers none. */
export function answeredIn({ richContent }: LedgerEntry): string | null {
  return textAt(asObject(own(firstItem(richContent), 'context')), 'message_id');
}

/** What was asked for as the customer sees it. */
export function shownContent(entry: LedgerEntry, channel: ChannelKind, knowledge: Knowledge): Content {
  const item = firstItem(entry.richContent);
  const template = asObject(own(asObject(own(item, 'template')), 'whatsapp'));
  if (template) return shownTemplate(template, entry.text, knowledge);
  const text = textAt(item, 'text') ?? entry.text;
  const media = asObject(own(item, 'media'));
  const location = asObject(own(item, 'location'));
  if (!media && !location) return { kind: 'text', text };
  const [content] = contentsOf(
    {
      text,
      ...(media && {
        media: {
          mediaUri: textAt(media, 'mediaUri') ?? '',
          contentType: textAt(media, 'mimeType') ?? '',
          title: textAt(media, 'mediaName') ?? '',
        },
      }),
      custom: { location },
    },
    channel,
  );
  if (!content) return { kind: 'text', text };
  return 'attachment' in content ? { ...content, attachment: here(content.attachment, knowledge) } : content;
}

function firstItem(richContent: unknown): JsonObject | null {
  const items = own(asObject(richContent), 'conversation');
  return asObject(Array.isArray(items) ? items[0] : null);
}

/** A file the phone has under an id of its own. */
function here(attachment: Attachment, { know }: Knowledge): Attachment {
  const { url, name, mimeType } = attachment;
  return { ...attachment, id: know({ url: url ?? '', name, mimeType }), url: null };
}

function shownTemplate(asked: JsonObject, text: string, knowledge: Knowledge): Content {
  const name = textAt(asked, 'element_name') ?? '';
  const language = textAt(asObject(own(asked, 'language')), 'code') ?? '';
  const template = knowledge.templates.find(
    (known) => known.name === name && plain(known.language) === plain(language) && known.channel === 'whatsapp',
  );
  const components = listAt(asked, 'components');
  if (template) return templateContent(template, placesOf(template, components, knowledge));
  // Approved somewhere else: all that is known is what was to be read where templates cannot be shown.
  return { kind: 'template', name, language, header: null, body: text, footer: null, buttons: [] };
}

function plain(language: string): string {
  return language.toLowerCase().replace('_', '-');
}

function placesOf(
  template: ApprovedTemplate,
  components: readonly JsonObject[],
  knowledge: Knowledge,
): ReadonlyMap<string, FilledPlace> {
  const fields = templateFields(template);
  const places = new Map<string, FilledPlace>();
  for (const asked of components) {
    const component = textAt(asked, 'type');
    const index = numberAt(asked, 'index') ?? 0;
    const own = fields.filter((field) => field.component === component && field.index === index);
    listAt(asked, 'parameters').forEach((parameter, number) => {
      const field = own[number];
      if (!field) return;
      const value = valueOf(parameter, knowledge);
      const text = value.type === 'text' ? value.text : '';
      const { id, component: where, index: button } = field;
      places.set(id, { component: where, index: button, name: field.parameter.name, value, text });
    });
  }
  return places;
}

function valueOf(parameter: JsonObject, knowledge: Knowledge): TemplateValue {
  const location = asObject(own(parameter, 'location'));
  if (location)
    return {
      type: 'location',
      latitude: numberAt(location, 'latitude') ?? 0,
      longitude: numberAt(location, 'longitude') ?? 0,
      name: textAt(location, 'name') ?? '',
      address: textAt(location, 'address') ?? '',
    };
  const media = asObject(own(parameter, 'media'));
  if (!media) return { type: 'text', text: textAt(parameter, 'text') ?? '' };
  const url = textAt(media, 'mediaUri');
  const name = textAt(media, 'mediaName') ?? '';
  const mimeType = textAt(media, 'mimeType') ?? '';
  const rest = { sizeBytes: null, thumbnailUrl: null, altText: null, durationMs: null };
  return { type: 'media', attachment: here({ id: '', url, name, mimeType, ...rest }, knowledge) };
}

function listAt(object: JsonObject, key: string): readonly JsonObject[] {
  const list = own(object, key);
  return Array.isArray(list) ? list.map(asObject).filter((item) => item !== null) : [];
}
