export { createLocalAdapter } from './local-adapter.ts';
export type { LocalAdapter, LocalAdapterOptions } from './local-adapter.ts';
export { instantProvider } from '../embedded/provider.ts';
export type { EmbeddedData } from '../embedded/data.ts';
export type { HostHooks } from '../embedded/host-hooks.ts';
export type { DeadLetter, ProviderHooks, StatusResult } from '../embedded/hooks.ts';
export type { IncomingResult } from '../embedded/incoming.ts';
export type { Provider, ProviderMessage, ProviderResult } from '../embedded/provider.ts';
