import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';

setCustomElementsManifest(manifest);

/** Language, direction and colour scheme are the page's business; the elements follow it. */
const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { matchers: { date: /At$/ } },
  },
  globalTypes: {
    locale: {
      description: 'Language',
      toolbar: { icon: 'globe', items: ['en', 'nl'], dynamicTitle: true },
    },
    dir: {
      description: 'Direction',
      toolbar: { icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
    scheme: {
      description: 'Colour scheme',
      toolbar: { icon: 'contrast', items: ['light', 'dark', 'light dark'], dynamicTitle: true },
    },
  },
  initialGlobals: { locale: 'en', dir: 'ltr', scheme: 'light dark' },
  decorators: [
    (story, { globals }) => {
      const page = document.documentElement;
      page.lang = String(globals.locale);
      page.dir = String(globals.dir);
      page.style.colorScheme = String(globals.scheme);
      return story();
    },
  ],
};

export default preview;
