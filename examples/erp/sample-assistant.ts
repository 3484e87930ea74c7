import type { Message } from '../../src/domain/model.ts';
import { textOf } from '../../src/domain/preview.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { AssistantChunk, AssistantPart, AssistantRequest } from '../../src/ports/parts/assistant.ts';
import type { DemoLanguage } from './page-options.ts';

/** How fast the canned words come, so that one sees them come and can stop them. */
const pauseMs = 30;

const words = {
  nl: {
    canned: 'Voorbeeldtekst – er zit geen taalmodel achter deze demo.',
    suggest: [
      'Dank je wel voor je bericht. Ik zoek het uit en kom er vandaag op terug.',
      'Goed om te horen! Kan ik verder nog iets voor je doen?',
    ],
    rewritten: (text: string) => `${text} (hier zou de herschreven tekst staan)`,
    translated: (text: string) => `${text} (hier zou de vertaling staan)`,
    summary: (count: number, last: string) =>
      `Dit gesprek heeft ${count} berichten die hier bekend zijn. Het laatste van de klant: “${last}”.`,
    none: 'nog geen',
  },
  en: {
    canned: 'Sample text – there is no language model behind this demo.',
    suggest: [
      'Thank you for your message. I will look into it and get back to you today.',
      'Good to hear. Is there anything else I can do for you?',
    ],
    rewritten: (text: string) => `${text} (the reworded text would stand here)`,
    translated: (text: string) => `${text} (the translation would stand here)`,
    summary: (count: number, last: string) =>
      `This conversation has ${count} messages that are known here. The customer’s last one: “${last}”.`,
    none: 'none yet',
  },
  de: {
    canned: 'Beispieltext – hinter dieser Demo steht kein Sprachmodell.',
    suggest: [
      'Vielen Dank für Ihre Nachricht. Ich kläre das und melde mich heute noch bei Ihnen.',
      'Schön zu hören. Kann ich sonst noch etwas für Sie tun?',
    ],
    rewritten: (text: string) => `${text} (hier stünde der umformulierte Text)`,
    translated: (text: string) => `${text} (hier stünde die Übersetzung)`,
    summary: (count: number, last: string) =>
      `Diese Unterhaltung hat ${count} Nachrichten, die hier bekannt sind. Die letzte des Kunden: „${last}“.`,
    none: 'noch keine',
  },
  fr: {
    canned: 'Texte d’exemple – il n’y a pas de modèle de langage derrière cette démo.',
    suggest: [
      'Merci pour votre message. Je me renseigne et je reviens vers vous aujourd’hui.',
      'Ravi de l’apprendre. Puis-je faire autre chose pour vous\u202f?',
    ],
    rewritten: (text: string) => `${text} (ici figurerait le texte reformulé)`,
    translated: (text: string) => `${text} (ici figurerait la traduction)`,
    summary: (count: number, last: string) =>
      `Cette conversation compte ${count} messages connus ici. Le dernier du client\u202f: «\u202f${last}\u202f».`,
    none: 'aucun pour l’instant',
  },
  ar: {
    canned: 'نص للتجربة – لا يوجد نموذج لغوي خلف هذا العرض.',
    suggest: ['شكرًا على رسالتك. سأتحقق من الأمر وأعود إليك اليوم.', 'يسعدني ذلك. هل من شيء آخر أستطيع فعله لك؟'],
    rewritten: (text: string) => `${text} (هنا يأتي النص بعد إعادة صياغته)`,
    translated: (text: string) => `${text} (هنا تأتي الترجمة)`,
    summary: (count: number, last: string) => `الرسائل المعروفة هنا: ${count}. آخر ما كتبه العميل: «${last}».`,
    none: 'لا شيء بعد',
  },
} as const;

/** An assistant that shows how one is connected. It knows a few sentences by heart, and says so in each answer. */
export function sampleAssistant(language: DemoLanguage): AssistantPart {
  return {
    tasks: ['suggest', 'rewrite', 'translate', 'summarise'],
    async *ask(request, options): AsyncGenerator<AssistantChunk, void> {
      for (const [proposal, answer] of answersTo(request, language).entries())
        for (const text of `${answer}\n\n[${words[language].canned}]`.split(/(?<= )/)) {
          await pause(options?.signal);
          yield { proposal, text };
        }
    },
  };
}

function answersTo({ task, text, messages }: AssistantRequest, language: DemoLanguage): readonly string[] {
  const { suggest, rewritten, translated, summary, none } = words[language];
  switch (task) {
    case 'suggest':
      return suggest;
    case 'rewrite':
      return [rewritten(text)];
    case 'translate':
      return [translated(text)];
    case 'summarise':
      return [summary(messages.length, lastOf(messages) ?? none)];
  }
}

function lastOf(messages: readonly Message[]): string | null {
  const last = messages.findLast(({ direction }) => direction === 'incoming');
  return last ? textOf(last.content) : null;
}

function pause(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(new AdapterError('aborted', 'not wanted any more'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, pauseMs);
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
}
