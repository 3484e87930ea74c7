export { defineAdapter } from './define-adapter.ts';
export type { SimpleAbility, SimpleBackend } from './simple-backend.ts';
export { AdapterError, adapterErrorCodes, toAdapterError } from '../../ports/adapter-error.ts';
export type { AdapterErrorCode } from '../../ports/adapter-error.ts';
