import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/elements/conversation-list/define.ts';
import '../../src/elements/conversation-monitor/define.ts';
import { inbox } from '../../stories/inbox-seed.ts';
import { watched } from '../../stories/monitoring.ts';
import { bench, type Bench } from './bench.ts';
import { allByRole, byRole, nameOf } from './by-role.ts';
import { hasTools } from './has-tools.ts';

/** A plugin of web-test-runner.config.mjs. */
const force = (value: 'active' | 'none'): Promise<unknown> => executeServerCommand('forced-colors', value);

/** The inbox with everything that can be pressed. */
async function list(): Promise<Bench<HTMLElementTagNameMap['conversation-list']>> {
  await Promise.all([
    import('../../src/elements/conversation-list/soon/soon.ts'),
    import('../../src/elements/conversation-list/tools/tools.ts'),
    import('../../src/locales/inbox.en.ts'),
  ]);
  const made = await bench('conversation-list', { data: inbox, attributes: { scope: 'branch' } });
  while (!hasTools(made.element)) await made.pass();
  return made;
}

/** A colour of the theme as computed styles say it. */
function systemColour(name: string): string {
  const probe = document.createElement('div');
  Object.assign(probe.style, { color: name, forcedColorAdjust: 'none' });
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

describe('in the colours of a contrast theme', () => {
  beforeEach(() => force('active'));
  afterEach(() => force('none'));

  it('only the chosen tab is underlined', async () => {
    const { element } = await list();
    const lines = allByRole(element, 'tab').map((tab) => {
      const { borderBlockStartColor: above, borderBlockEndColor: below } = getComputedStyle(tab);
      return { isChosen: tab.ariaSelected === 'true', above, below };
    });
    const [page, mark] = [systemColour('Canvas'), systemColour('Highlight')];
    expect(lines.filter(({ isChosen }) => isChosen)).to.have.length(1);
    for (const { isChosen, above, below } of lines)
      expect([above, below]).to.deep.equal([page, isChosen ? mark : page]);
  });

  it('only the tile that is on has the colour of what is chosen', async () => {
    const { element } = await bench('conversation-monitor', {
      data: watched,
      agentId: 'ines',
      width: 700,
      attributes: { cue: 'too-late' },
    });
    const tiles = allByRole(element, 'button').filter(({ ariaPressed }) => ariaPressed !== null);
    const mark = systemColour('Highlight');
    const marked = tiles.filter((tile) => {
      const { borderBlockStartColor, outlineColor, outlineStyle } = getComputedStyle(tile);
      return borderBlockStartColor === mark || (outlineStyle !== 'none' && outlineColor === mark);
    });
    expect(tiles.length).to.be.greaterThan(4);
    expect(marked.map(nameOf)).to.deep.equal(tiles.filter((tile) => tile.ariaPressed === 'true').map(nameOf));
    expect(marked).to.have.length(1);
  });

  it('a filled button has no plate in the colour of the page behind its text', async () => {
    const { element, pass } = await list();
    byRole(element, 'button', 'Filter').click();
    await pass();
    const { forcedColorAdjust, color, backgroundColor } = getComputedStyle(byRole(element, 'button', 'Apply'));
    expect(forcedColorAdjust).to.equal('none');
    expect([color, backgroundColor]).to.deep.equal([systemColour('HighlightText'), systemColour('Highlight')]);
  });
});
