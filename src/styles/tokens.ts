import { css } from 'lit';

/**
 * Design tokens in two layers. A page sets **semantic tokens** (`--ce-accent`, `--ce-surface`, …) on any ancestor, or
 * **component tokens** (`--ce-list-row-size`, …) for one element; `docs/theming.md` lists them. Elements read the
 * resolved value, `--_name`, which every element derives anew, so a token set half-way down the page counts below it.
 *
 * Light and dark come from one definition: the page's `color-scheme` chooses.
 */
export const tokens = css`
  :host {
    --_surface: var(--ce-surface, light-dark(#ffffff, #1b1e22));
    --_surface-raised: var(--ce-surface-raised, light-dark(#ffffff, #262a30));
    --_surface-sunken: var(--ce-surface-sunken, light-dark(#f3f5f7, #15171a));
    --_surface-note: var(--ce-surface-note, light-dark(#fff5d9, #383018));
    --_text-strong: var(--ce-text-strong, light-dark(#14181c, #f5f7f9));
    --_text: var(--ce-text, light-dark(#2a3036, #dce1e6));
    --_text-muted: var(--ce-text-muted, light-dark(#59636d, #a7b1bc));
    --_text-on-accent: var(--ce-text-on-accent, light-dark(#ffffff, #06213d));
    --_border: var(--ce-border, light-dark(#d8dde3, #3a4048));
    --_border-strong: var(--ce-border-strong, light-dark(#7c8792, #828d99));
    --_accent: var(--ce-accent, light-dark(#0b64c0, #74b7ff));
    --_focus: var(--ce-focus, var(--_accent));
    --_positive: var(--ce-positive, light-dark(#19794a, #63d097));
    --_caution: var(--ce-caution, light-dark(#835400, #f0b849));
    --_critical: var(--ce-critical, light-dark(#ba1f26, #ff9088));
    --_unread: var(--ce-unread, var(--_accent));

    --_accent-tint: color-mix(in srgb, var(--_accent) 11%, var(--_surface));
    --_hover: color-mix(in srgb, var(--_text) 6%, transparent);
    --_caution-tint: color-mix(in srgb, var(--_caution) 12%, var(--_surface));
    --_critical-tint: color-mix(in srgb, var(--_critical) 9%, var(--_surface));

    --_radius-s: var(--ce-radius-s, 4px);
    --_radius-m: var(--ce-radius-m, 8px);
    --_radius-l: var(--ce-radius-l, 12px);

    --_space-1: var(--ce-space-1, 2px);
    --_space-2: var(--ce-space-2, 4px);
    --_space-3: var(--ce-space-3, 8px);
    --_space-4: var(--ce-space-4, 12px);
    --_space-5: var(--ce-space-5, 16px);
    --_space-6: var(--ce-space-6, 24px);

    --_font-s: var(--ce-font-s, 0.75rem);
    --_font-m: var(--ce-font-m, 0.8125rem);
    --_font-l: var(--ce-font-l, 0.875rem);
    --_font-xl: var(--ce-font-xl, 1rem);

    --_motion-fast: var(--ce-motion-fast, 120ms);
    --_motion-slow: var(--ce-motion-slow, 200ms);
    --_shadow: var(--ce-shadow, 0 4px 16px light-dark(#14181c2e, #00000080));
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion-fast: 0s;
      --_motion-slow: 0s;
    }
  }

  @media (forced-colors: active) {
    :host {
      --_surface: Canvas;
      --_surface-raised: Canvas;
      --_surface-sunken: Canvas;
      --_surface-note: Canvas;
      --_text-strong: CanvasText;
      --_text: CanvasText;
      --_text-muted: CanvasText;
      --_text-on-accent: HighlightText;
      --_border: CanvasText;
      --_border-strong: ButtonBorder;
      --_accent: Highlight;
      --_focus: Highlight;
      --_unread: Highlight;
      --_positive: CanvasText;
      --_caution: CanvasText;
      --_critical: CanvasText;
      --_accent-tint: Canvas;
      --_hover: Canvas;
      --_caution-tint: Canvas;
      --_critical-tint: Canvas;
    }
  }
`;
