import type { TemplateResult } from 'lit';
import type { IconName } from './icons.ts';

/** A button of the ribbon. */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly enabled: boolean;
  /** The one most people came for. */
  readonly primary?: boolean;
  /** Why it is not enabled. */
  readonly hint?: string;
  run(): void;
}

/** Actions that belong together. */
export interface ActionGroup {
  readonly label: string;
  readonly actions: readonly Action[];
}

/** What a page of the ERP shows. */
export interface View {
  readonly title: string;
  /** Above the title: what kind of page it is. */
  readonly kicker?: string;
  readonly subtitle?: string;
  readonly groups: readonly ActionGroup[];
  readonly content: TemplateResult;
  /** Whether the content fills the window and scrolls inside. */
  readonly fills?: boolean;
}
