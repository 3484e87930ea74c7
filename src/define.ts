import { defineAll } from './elements/define-all.ts';

// Whoever imports this module only has all types, too.
export type * from './index.ts';

defineAll();
