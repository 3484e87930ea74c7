import { defineAll } from './elements/define-all.ts';

defineAll();
