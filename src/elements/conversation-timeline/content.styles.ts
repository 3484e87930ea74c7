import { css } from 'lit';

/** What stands inside a bubble. */
export const contentStyles = css`
  .text {
    display: block;
    margin: 0;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
    white-space: pre-wrap;
  }

  .bubble a {
    color: var(--_accent);
    text-underline-offset: 2px;
  }

  .unsupported {
    color: var(--_text-muted);
  }
`;
