import { css } from 'lit';
import { buttons } from '../../styles/buttons.ts';
import { fields } from '../../styles/fields.ts';
import { base, focusRing } from '../../styles/shared.ts';

const own = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  .base {
    display: grid;
    justify-items: start;
    gap: var(--_space-3);
    padding: var(--_space-4);
  }

  .choice,
  .line,
  .time {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3);
  }

  .line {
    gap: var(--_space-3) var(--_space-5);
  }

  .choice {
    flex-wrap: nowrap;
    min-block-size: 1.75rem;
  }

  input[type='checkbox'] {
    inline-size: 1rem;
    block-size: 1rem;
    flex: none;
    margin: 0;
    accent-color: var(--_accent);
  }

  .hint {
    margin: 0;
    margin-inline-start: calc(1rem + var(--_space-3));
    color: var(--_text-muted);
    font-size: var(--_font-m);
  }

  .time {
    color: var(--_text-muted);
    font-size: var(--_font-m);
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    color: var(--_text-muted);
    font-size: var(--_font-m);
  }
`;

/** Everything `conversation-notifications` looks like. */
export const styles = [...base, buttons, fields, focusRing, own];
