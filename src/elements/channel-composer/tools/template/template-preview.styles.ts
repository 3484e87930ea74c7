import { css } from 'lit';

/** An approved template as the customer's phone shows it. */
export const previewStyles = css`
  .phone {
    position: sticky;
    inset-block-start: 0;
    display: flex;
    flex-direction: column;
    gap: var(--_space-2);
    margin: var(--_space-4) var(--_space-5);
    padding: var(--_space-4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface-sunken);
  }

  @container template-dialog (inline-size < 58rem) {
    .phone {
      position: static;
      margin-block-start: 0;
    }
  }

  .phone-title {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .bubble,
  .bubble-button {
    display: flex;
    flex-direction: column;
    gap: var(--_space-2);
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    overflow-wrap: anywhere;
  }

  .bubble-header {
    color: var(--_text-strong);
    font-weight: 600;
  }

  .bubble-body {
    line-height: 1.5;
    white-space: pre-wrap;
  }

  .bubble-footer {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .bubble-media {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-block-size: 5rem;
    padding: var(--_space-3);
    border-radius: var(--_radius-s);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    text-align: center;
  }

  .bubble-media .icon {
    inline-size: 1.5rem;
    block-size: 1.5rem;
  }

  .bubble-button {
    align-items: center;
    gap: 0;
    text-align: center;
  }

  .bubble-label {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
    color: var(--_accent);
  }

  .bubble-value {
    color: var(--_text-muted);
    font-size: var(--_font-s);
  }

  .phone .missing {
    white-space: normal;
    text-align: start;
  }
`;
