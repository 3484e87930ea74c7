export { createHttpAdapter } from './http-adapter.ts';
export type { HttpAdapterOptions } from './http-adapter.ts';
export type { TokenSource } from './http-client.ts';
