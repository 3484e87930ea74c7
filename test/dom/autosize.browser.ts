import { expect } from '@open-wc/testing';
import { mirrorText } from '../../src/dom/autosize.ts';

describe('the mirror of a text area', () => {
  const mirrored = (text: string): string => {
    const [area, mirror] = [document.createElement('textarea'), document.createElement('div')];
    area.value = text;
    mirrorText(area, mirror);
    return mirror.textContent;
  };

  it('shows the text, and room for a line that is only begun', () => {
    expect(mirrored('Hello\n')).to.equal('Hello\n\u200b');
  });

  it('does not lay out a megabyte to find that it is higher than there is room', () => {
    const text = 'Hierbij de uren.\n'.repeat(60_000);
    const shown = mirrored(text);
    expect(shown.length).to.be.within(10_000, 50_000);
    expect(text.startsWith(shown.slice(0, -1))).to.equal(true);
  });
});
