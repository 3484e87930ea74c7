import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/conversation-cues/define.ts';
import { watched } from './monitoring.ts';
import { playable, turn } from './playable.ts';
import { provide, seedOf, withoutPart, type WorldOptions } from './support.ts';

/** Tiles with live figures for a role centre; a press opens what is behind them. */
export default {
  title: 'Elements/conversation-cues',
  component: 'conversation-cues',
} satisfies Meta;

const tiles = (content: TemplateResult, options: WorldOptions = {}): TemplateResult =>
  provide(content, { data: watched, agentId: 'ines', ...options });

/** Something to look at in every tile. */
export const Everything: StoryObj = {
  ...playable('conversation-cues'),
  render: (args) => tiles(html`<conversation-cues ${turn(args)}></conversation-cues>`),
};

/** Of the agent's own branch only. */
export const Branch: StoryObj = {
  render: () => tiles(html`<conversation-cues scope="branch"></conversation-cues>`, { agentId: 'sanne' }),
};

/** A business that answers within a quarter of an hour. */
export const StricterTarget: StoryObj = {
  render: () => tiles(html`<conversation-cues danger-after="5" late-after="15"></conversation-cues>`),
};

/** Nothing to look at. */
export const AllQuiet: StoryObj = {
  render: () => tiles(html`<conversation-cues></conversation-cues>`, { data: seedOf([]), agentId: 'sanne' }),
};

/** Not counted yet. */
export const Loading: StoryObj = {
  render: () =>
    tiles(html`<conversation-cues></conversation-cues>`, {
      prepare: ({ adapter }) => adapter.faults.every({ kind: 'silence', commit: 'before' }, 'connect'),
    }),
};

/** A backend that cannot count: no figure is invented. */
export const NotCounted: StoryObj = {
  render: () => tiles(html`<conversation-cues></conversation-cues>`, { adapt: withoutPart('counts') }),
};
