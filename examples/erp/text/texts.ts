import type { DemoLanguage } from '../page-options.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type Texts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

/** Words of the ERP page by language. */
export const erpTexts: Readonly<Record<DemoLanguage, Texts>> = { en, nl, de, fr, ar };
