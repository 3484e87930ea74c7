import type {
  ApprovalStatus,
  ApprovedTemplate,
  TemplateButton,
  TemplateCategory,
  TemplateHeader,
  TemplateMedia,
  TemplateParameter,
  TemplateQuality,
} from '../../../../src/domain/approved-template.ts';
import { asObject, own, textAt } from '../../../../src/domain/cm-values.ts';
import type { JsonObject } from '../../../../src/domain/cm-values.ts';
import { placeNames } from '../../../../src/domain/template-text.ts';

type Format = ApprovedTemplate['parameterFormat'];

const statuses: ReadonlyMap<string, ApprovalStatus> = new Map([
  ['APPROVED', 'approved'],
  ['REINSTATED', 'approved'],
  ['PENDING', 'pending'],
  ['IN_APPEAL', 'pending'],
  ['REJECTED', 'rejected'],
  ['PAUSED', 'paused'],
  ['DISABLED', 'disabled'],
  ['ARCHIVED', 'disabled'],
  ['PENDING_DELETION', 'disabled'],
  ['DELETED', 'disabled'],
]);
const categories: ReadonlyMap<string, TemplateCategory> = new Map([
  ['MARKETING', 'marketing'],
  ['UTILITY', 'utility'],
  ['AUTHENTICATION', 'authentication'],
]);
const qualities: ReadonlyMap<string, TemplateQuality> = new Map([
  ['GREEN', 'green'],
  ['YELLOW', 'yellow'],
  ['RED', 'red'],
]);
const media: ReadonlyMap<string, TemplateMedia> = new Map([
  ['IMAGE', 'image'],
  ['VIDEO', 'video'],
  ['DOCUMENT', 'document'],
]);
const longestReason = 300;

/** What Meta says of a template's approval; a word nobody knows is not approved. */
export function approvalStatus(word: string | null): ApprovalStatus {
  return statuses.get((word ?? '').toUpperCase()) ?? 'pending';
}

/** A template as Meta's list has it, or `null` when it cannot be read. */
export function readWhatsAppTemplate(value: unknown): ApprovedTemplate | null {
  const template = asObject(value);
  const [id, name, language] = [textAt(template, 'id'), textAt(template, 'name'), textAt(template, 'language')];
  const components = listAt(template, 'components');
  const body = componentOf(components, 'BODY');
  const text = textAt(body, 'text');
  if (id === null || name === null || language === null || text === null) return null;
  const format: Format = textAt(template, 'parameter_format')?.toUpperCase() === 'NAMED' ? 'named' : 'positional';
  const header = headerOf(componentOf(components, 'HEADER'), format);
  return {
    id,
    name,
    language,
    channel: 'whatsapp',
    accountId: null,
    category: categories.get(textAt(template, 'category')?.toUpperCase() ?? '') ?? 'utility',
    status: approvalStatus(textAt(template, 'status')),
    statusReason: reasonOf(textAt(template, 'rejected_reason')),
    quality: qualities.get(textAt(asObject(own(template, 'quality_score')), 'score')?.toUpperCase() ?? '') ?? 'unknown',
    parameterFormat: format,
    header: header === 'unknown' ? null : header,
    body: { text, parameters: parametersOf(text, format, bodyExamples(body)) },
    footer: textAt(componentOf(components, 'FOOTER'), 'text'),
    buttons: buttonsOf(components, { format, hasUnknownHeader: header === 'unknown' }),
  };
}

/** `NONE` is no reason. */
function reasonOf(reason: string | null): string | null {
  return reason === null || reason.toUpperCase() === 'NONE' ? null : reason.slice(0, longestReason);
}

function headerOf(header: JsonObject | null, format: Format): TemplateHeader | 'unknown' | null {
  if (!header) return null;
  const kind = textAt(header, 'format')?.toUpperCase() ?? '';
  const example = asObject(own(header, 'example'));
  const file = media.get(kind);
  if (file) return { type: file, exampleUrl: httpsUrl(textsAt(example, 'header_handle')[0]) };
  if (kind === 'LOCATION') return { type: 'location' };
  const text = textAt(header, 'text');
  if (kind !== 'TEXT' || text === null) return 'unknown';
  const examples = examplesOf(textsAt(example, 'header_text'), listAt(example, 'header_text_named_params'));
  return { type: 'text', text, parameters: parametersOf(text, format, examples) };
}

/** A kind of header or button that cannot be sent makes the whole template one that is shown and not offered. */
function buttonsOf(
  components: readonly JsonObject[],
  { format, hasUnknownHeader }: { readonly format: Format; readonly hasUnknownHeader: boolean },
): readonly TemplateButton[] {
  const buttons = listAt(componentOf(components, 'BUTTONS'), 'buttons').map((button) => buttonOf(button, format));
  const unknown: TemplateButton = { type: 'unsupported', label: '', providerType: 'HEADER' };
  return hasUnknownHeader ? [...buttons, unknown] : buttons;
}

function buttonOf(button: JsonObject, format: Format): TemplateButton {
  const type = textAt(button, 'type')?.toUpperCase() ?? '';
  const label = textAt(button, 'text') ?? '';
  const [url, phone] = [textAt(button, 'url'), textAt(button, 'phone_number')];
  const [example] = [...textsAt(button, 'example'), textAt(button, 'example')].filter((text) => text !== null);
  if (type === 'QUICK_REPLY') return { type: 'quick-reply', label };
  if (type === 'PHONE_NUMBER' && phone !== null) return { type: 'phone', label, phone };
  if (type === 'COPY_CODE') return { type: 'copy-code', label, example: example ?? null };
  if (type === 'URL' && url !== null) {
    const [parameter = null] = parametersOf(url, format, new Map([['1', example ?? '']]));
    return { type: 'url', label, url, parameter };
  }
  return { type: 'unsupported', label, providerType: type };
}

function parametersOf(
  text: string,
  format: Format,
  examples: ReadonlyMap<string, string>,
): readonly TemplateParameter[] {
  return placeNames(text, format).map((name) => ({
    name,
    type: 'text',
    label: null,
    example: examples.get(name) ?? null,
    currency: null,
    source: null,
  }));
}

function bodyExamples(body: JsonObject | null): ReadonlyMap<string, string> {
  const example = asObject(own(body, 'example'));
  const rows = own(example, 'body_text');
  const first: unknown = Array.isArray(rows) ? rows[0] : null;
  const texts = Array.isArray(first) ? first.filter((item) => typeof item === 'string') : [];
  return examplesOf(texts, listAt(example, 'body_text_named_params'));
}

function examplesOf(numbered: readonly string[], named: readonly JsonObject[]): ReadonlyMap<string, string> {
  return new Map([
    ...numbered.map((text, index): [string, string] => [String(index + 1), text]),
    ...named.map((item): [string, string] => [textAt(item, 'param_name') ?? '', textAt(item, 'example') ?? '']),
  ]);
}

function componentOf(components: readonly JsonObject[], type: string): JsonObject | null {
  return components.find((component) => textAt(component, 'type')?.toUpperCase() === type) ?? null;
}

function httpsUrl(text: string | undefined): string | null {
  return text !== undefined && /^https:\/\//i.test(text) ? text : null;
}

function textsAt(object: JsonObject | null, key: string): readonly string[] {
  const list = own(object, key);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

function listAt(object: JsonObject | null, key: string): readonly JsonObject[] {
  const list = own(object, key);
  return Array.isArray(list) ? list.map(asObject).filter((item) => item !== null) : [];
}
