import type { ApprovedTemplate, TemplateParameter } from '../../src/domain/approved-template.ts';
import type { Attachment } from '../../src/domain/model.ts';

export function aParameter(changes: Partial<TemplateParameter> = {}): TemplateParameter {
  return { name: '1', type: 'text', label: null, example: null, currency: null, source: null, ...changes };
}

/** The template of the guide: an amount, a moment, a description and a vehicle, in German. */
export function salesAlert(changes: Partial<ApprovedTemplate> = {}): ApprovedTemplate {
  return {
    id: 't1',
    name: 'sales_alert',
    language: 'de',
    channel: 'whatsapp',
    accountId: null,
    category: 'marketing',
    status: 'approved',
    statusReason: null,
    quality: 'green',
    parameterFormat: 'named',
    header: null,
    body: {
      text: 'Für {{amount}} sind Sie {{moment}} Inhaber dieses {{description}} {{vehicle}}s.',
      parameters: [
        aParameter({ name: 'amount', type: 'currency', currency: 'EUR' }),
        aParameter({ name: 'moment', type: 'date' }),
        aParameter({ name: 'description' }),
        aParameter({ name: 'vehicle' }),
      ],
    },
    footer: null,
    buttons: [],
    ...changes,
  };
}

/** A body of text places, counted. */
export function counted(text: string, changes: Partial<ApprovedTemplate> = {}): ApprovedTemplate {
  const names = [...new Set([...text.matchAll(/\{\{(\d+)\}\}/g)].map(([, name = '']) => name))];
  const parameters = names.map((name) => aParameter({ name }));
  return salesAlert({
    name: 'counted',
    language: 'en',
    parameterFormat: 'positional',
    body: { text, parameters },
    ...changes,
  });
}

export function aFile(changes: Partial<Attachment> = {}): Attachment {
  return {
    id: 'f1',
    name: 'photo.jpg',
    mimeType: 'image/jpeg',
    sizeBytes: 1000,
    url: null,
    thumbnailUrl: null,
    altText: null,
    durationMs: null,
    ...changes,
  };
}
