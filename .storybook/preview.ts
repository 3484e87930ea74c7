import type { Preview } from '@storybook/web-components-vite';
import { action } from 'storybook/actions';
import { described, eventNames, rowsOf } from '../stories/manifest.ts';
import { fixed } from '../stories/playable.ts';
import businessCentral from '../themes/business-central.css?raw';
import neutral from '../themes/neutral.css?raw';
import odoo from '../themes/odoo.css?raw';
import sapHorizon from '../themes/sap-horizon.css?raw';

const themes: Readonly<Record<string, string>> = {
  neutral,
  'business-central': businessCentral,
  'sap-horizon': sapHorizon,
  odoo,
};
const themeSheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(themeSheet);

/** Canvases whose events stand in the Actions panel. */
const heard = new WeakSet<Element>();

function hear(canvas: HTMLElement): void {
  if (heard.has(canvas)) return;
  heard.add(canvas);
  for (const name of eventNames) {
    const tell = action(name);
    canvas.addEventListener(name, (event) => void tell((event as CustomEvent<unknown>).detail));
  }
}

/** Language, direction and colour scheme are the page's business; the elements follow it. */
const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    ...fixed,
    a11y: { test: 'error' },
    docs: {
      ...fixed.docs,
      extractArgTypes: rowsOf,
      extractComponentDescription: (tag: string) => described(tag).description,
    },
  },
  globalTypes: {
    locale: {
      description: 'Language',
      toolbar: { icon: 'globe', items: ['en', 'nl', 'de', 'fr', 'ar'], dynamicTitle: true },
    },
    dir: {
      description: 'Direction',
      toolbar: { icon: 'transfer', items: ['auto', 'ltr', 'rtl'], dynamicTitle: true },
    },
    scheme: {
      description: 'Colour scheme',
      toolbar: { icon: 'contrast', items: ['light', 'dark', 'light dark'], dynamicTitle: true },
    },
    theme: {
      description: 'Theme',
      toolbar: { icon: 'paintbrush', items: Object.keys(themes), dynamicTitle: true },
    },
  },
  initialGlobals: { locale: 'en', dir: 'auto', scheme: 'light dark', theme: 'neutral' },
  decorators: [
    (story, { globals, canvasElement }) => {
      hear(canvasElement);
      // Elements take the font of the page.
      canvasElement.style.fontFamily = 'system-ui, sans-serif';
      const page = document.documentElement;
      page.lang = String(globals.locale);
      page.dir = globals.dir === 'auto' ? (globals.locale === 'ar' ? 'rtl' : 'ltr') : String(globals.dir);
      page.style.colorScheme = String(globals.scheme);
      themeSheet.replaceSync(themes[String(globals.theme)] ?? neutral);
      return story();
    },
  ],
};

export default preview;
