export { createMemoryAdapter, createMemoryBackend } from './memory-adapter.ts';
export type { MemoryBackend, MemoryBackendOptions } from './memory-adapter.ts';
export type { EmbeddedData } from '../embedded/data.ts';
