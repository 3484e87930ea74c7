export { defineAdapter } from './define-adapter.ts';
export type { SimpleAbility, SimpleBackend } from './simple-backend.ts';
