import { cmProvider } from '../src/providers/cm/cm-provider.ts';
import type { ConnectionTest, Provider, ProviderMessage, ProviderResult } from '../src/providers/provider.ts';

const usual = cmProvider({ productToken: '', from: '' });

/** A provider that answers as the test says, and remembers what it was asked. */
export class ScriptedProvider implements Provider {
  readonly name = 'cm';
  readonly channels = ['sms', 'whatsapp'] as const;
  readonly readHook = usual.readHook;
  readonly locateFile = usual.locateFile;
  readonly perSecond?: number;
  readonly asked: ProviderMessage[] = [];
  answer: (message: ProviderMessage, signal: AbortSignal) => Promise<ProviderResult> = () =>
    Promise.resolve({ status: 'sent' });

  constructor({ perSecond }: { readonly perSecond?: number } = {}) {
    if (perSecond !== undefined) this.perSecond = perSecond;
  }

  test(): Promise<ConnectionTest> {
    return Promise.resolve({ result: 'works', providerCode: null });
  }

  send(message: ProviderMessage, { signal }: { readonly signal: AbortSignal }): Promise<ProviderResult> {
    this.asked.push(message);
    return this.answer(message, signal);
  }
}
