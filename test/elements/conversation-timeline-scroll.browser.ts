import { expect } from '@open-wc/testing';
import { isAtEnd } from '../../src/dom/scroll-anchor.ts';
import { anAttachment } from '../../src/testing/index.ts';
import { ago } from '../../stories/support.ts';
import { allByRole, byRole, nameOf, textOf } from './by-role.ts';
import { counted, history, talkOf, timelineBench, type TimelineBench } from './timeline-bench.ts';

const keys = ({ articles }: TimelineBench): (string | null)[] =>
  articles().map((article) => article.getAttribute('data-key'));
/** The topmost message on screen, and where it stands. */
function topmost({ articles, scroller }: TimelineBench): { key: string; top: number } {
  const area = scroller.getBoundingClientRect();
  const row = articles().find((article) => article.getBoundingClientRect().bottom > area.top);
  return { key: row?.getAttribute('data-key') ?? '', top: (row?.getBoundingClientRect().top ?? 0) - area.top };
}

describe('conversation-timeline scrolling', () => {
  it('opens at the end when everything has been read', async () => {
    const bench = await timelineBench(history(60));
    expect(isAtEnd(bench.scroller)).to.equal(true);
    expect(allByRole(bench.timeline, 'button', /^Jump to latest/)).to.have.length(0);
  });

  it('opens at the first unread message with a divider that counts', async () => {
    const bench = await timelineBench(history(80, 20));
    expect(textOf(bench.root.querySelector('.unread'))).to.equal('20 unread messages');
    expect(bench.topOf('talk-60')).to.be.within(40, 140);
    expect(nameOf(byRole(bench.timeline, 'button', /^Jump to latest/))).to.match(/^Jump to latest, 1\d new messages$/);
  });

  it('finds the first unread message on an earlier page', async () => {
    const bench = await timelineBench(history(300, 120));
    expect(bench.topOf('talk-180')).to.be.within(40, 140);
  });

  it('keeps the divider while the agent reads, and drops it when the agent answers', async () => {
    const bench = await timelineBench(history(40, 3));
    await bench.pass(1000);
    expect(textOf(bench.root.querySelector('.unread'))).to.equal('3 unread messages');
    await answer(bench, 'Here you are');
    expect(bench.root.querySelector('.unread')).to.equal(null);
  });

  it('stays at the end while messages arrive', async () => {
    const bench = await timelineBench(history(30));
    for (const text of ['One', 'Two', 'Three '.repeat(100)]) await bench.receive(text);
    expect(isAtEnd(bench.scroller)).to.equal(true);
    expect(textOf(bench.articles().at(-1))).to.contain('Three');
  });

  it('comes to rest in a box that is higher than all rows that are ever mounted, as paper is', async () => {
    const bench = await timelineBench(history(400));
    const renders = counted(bench.timeline, 'performUpdate');
    bench.timeline.style.blockSize = '60000px';
    for (let times = 0; times < 12; times += 1) await bench.pass();
    const before = renders.count();
    for (let times = 0; times < 3; times += 1) await bench.pass();
    renders.stop();
    expect(renders.count() - before).to.be.lessThan(3);
    expect(bench.articles().length).to.be.within(100, 150);
  });

  it('has the way to the latest in what scrolls, so that a wheel turns there too and nothing above lies under it', async () => {
    const bench = await timelineBench(history(60), { attributes: { toolbar: '' } });
    await bench.until('.find');
    await bench.scrollTo(bench.scroller.scrollTop - 700);
    const height = bench.scroller.scrollHeight;
    const jump = byRole(bench.timeline, 'button', 'Jump to latest');
    expect(bench.scroller.contains(jump)).to.equal(true);
    const [area, place] = [bench.scroller.getBoundingClientRect(), jump.getBoundingClientRect()];
    expect(area.bottom - place.bottom).to.be.within(4, 12);
    jump.remove();
    expect(bench.scroller.scrollHeight, 'takes no room').to.equal(height);
  });

  it('leaves what stands above free of the way to the latest in a low box', async () => {
    const bench = await timelineBench(history(60), { attributes: { toolbar: '' } });
    await bench.until('.find');
    await bench.scrollTo(bench.scroller.scrollTop - 700);
    bench.timeline.style.blockSize = '50px';
    await bench.pass();
    const find = byRole(bench.timeline, 'button', 'Search in this conversation').getBoundingClientRect();
    const top = bench.root.elementFromPoint(find.x + find.width / 2, find.y + find.height / 2);
    expect(top?.closest('button')?.className).to.contain('find');
  });

  it('does not move what the agent reads when messages arrive, and counts them on the way to the latest', async () => {
    const bench = await timelineBench(history(60));
    await bench.scrollTo(bench.scroller.scrollTop - 700);
    const before = topmost(bench);
    await bench.receive('One');
    await bench.receive('Two');
    expect(topmost(bench)).to.deep.equal(before);
    const jump = byRole(bench.timeline, 'button', 'Jump to latest, 2 new messages');
    jump.click();
    await bench.pass();
    expect(isAtEnd(bench.scroller)).to.equal(true);
    expect(textOf(bench.articles().at(-1))).to.contain('Two');
    expect(bench.root.activeElement === bench.articles().at(-1), 'has the focus').to.equal(true);
    expect(allByRole(bench.timeline, 'button', /^Jump/)).to.have.length(0);
  });

  it('is left at the end by nothing but the agent: not by growing, shrinking or a smaller window', async () => {
    const bench = await timelineBench(history(60));
    const row = bench.articles().at(-4)!;
    row.style.paddingBlockEnd = '300px';
    await bench.pass();
    expect(isAtEnd(bench.scroller)).to.equal(true);
    row.style.paddingBlockEnd = '';
    await bench.pass();
    expect(isAtEnd(bench.scroller)).to.equal(true);
    bench.timeline.style.blockSize = '200px';
    await bench.pass();
    expect(isAtEnd(bench.scroller)).to.equal(true);
    // A wider window: the browser has pushed the position back before everything has its new height.
    bench.timeline.style.blockSize = '700px';
    expect(bench.scroller.scrollTop).to.be.greaterThan(0);
    bench.articles().at(-1)!.style.paddingBlockEnd = '90px';
    await bench.pass();
    expect(isAtEnd(bench.scroller)).to.equal(true);
    await bench.scrollTo(bench.scroller.scrollTop - 300);
    await bench.receive('News');
    expect(isAtEnd(bench.scroller)).to.equal(false);
  });

  it('keeps what the agent reads in place when something above it grows', async () => {
    const bench = await timelineBench(history(60));
    await bench.scrollTo(bench.scroller.scrollTop - 700);
    const before = topmost(bench);
    const above = bench.articles()[bench.articles().findIndex((row) => row.dataset.key === before.key) - 3]!;
    above.style.paddingBlockEnd = '250px';
    await bench.pass();
    expect(topmost(bench).key).to.equal(before.key);
    expect(topmost(bench).top).to.be.closeTo(before.top, 1);
  });

  it('keeps whole messages in place when the one that is cut off above them grows, as by a reaction', async () => {
    const bench = await timelineBench(history(60));
    await bench.scrollTo(bench.scroller.scrollTop - 700);
    await bench.scrollTo(bench.scroller.scrollTop + topmost(bench).top + 20);
    const [cut, whole] = bench.articles().slice(keys(bench).indexOf(topmost(bench).key));
    const before = bench.topOf(whole!.dataset.key!);
    cut!.style.paddingBlockEnd = '24px';
    await bench.pass();
    expect(bench.topOf(whole!.dataset.key!)).to.be.closeTo(before, 1);
  });

  it('keeps the message with the focus in place when one above it on screen grows', async () => {
    const bench = await timelineBench(history(60));
    await bench.scrollTo(bench.scroller.scrollTop - 700);
    const rows = bench.articles().slice(keys(bench).indexOf(topmost(bench).key));
    const [focused, above] = [rows[4]!, rows[2]!];
    focused.focus({ preventScroll: true });
    await bench.pass();
    const before = bench.topOf(focused.dataset.key!);
    above.style.paddingBlockEnd = '24px';
    await bench.pass();
    expect(bench.topOf(focused.dataset.key!)).to.be.closeTo(before, 1);
  });

  it('does not move under a pressed pointer while messages arrive, and follows the end when it is let go', async () => {
    const bench = await timelineBench(history(60));
    const row = bench.articles().at(-3)!;
    const before = bench.topOf(row.dataset.key!);
    const press = (type: string): boolean =>
      row.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, button: 0, isPrimary: true }));
    press('pointerdown');
    await bench.receive('One');
    await bench.receive('Two '.repeat(60));
    expect(bench.topOf(row.dataset.key!)).to.be.closeTo(before, 1);
    press('pointerup');
    await bench.pass();
    expect(isAtEnd(bench.scroller)).to.equal(true);
    await bench.receive('Three');
    expect(isAtEnd(bench.scroller)).to.equal(true);
  });

  it('pages back through the history without a jump, and never mounts more than 200 rows', async () => {
    const bench = await timelineBench(history(260));
    const seen = new Set(keys(bench));
    for (let step = 0; step < 100 && !seen.has('talk-1'); step += 1) {
      const before = topmost(bench);
      const by = Math.min(450, bench.scroller.scrollTop);
      await bench.scrollTo(bench.scroller.scrollTop - by);
      expect(bench.topOf(before.key)).to.be.closeTo(before.top + by, 1);
      for (const key of keys(bench)) seen.add(key);
      expect(bench.root.querySelectorAll('.feed > .day > *').length).to.be.at.most(200);
    }
    expect(seen.size).to.equal(260);
    await bench.scrollTo(0);
    expect(textOf(bench.articles()[0])).to.contain('Message 1 ');
    expect(textOf(bench.root.querySelector('.edge'))).to.equal('Beginning of the conversation');
  });

  it('goes down again through what it unmounted, and follows the end from there', async () => {
    const bench = await timelineBench(history(200));
    for (let step = 0; step < 40 && !keys(bench).includes('talk-1'); step += 1) await bench.scrollTo(0);
    for (let step = 0; step < 60 && !isAtEnd(bench.scroller); step += 1)
      await bench.scrollTo(bench.scroller.scrollTop + 2000);
    expect(keys(bench).at(-1)).to.equal('talk-199');
    await bench.receive('News');
    expect(isAtEnd(bench.scroller)).to.equal(true);
  });

  it('mounts as many rows for a thousand messages, each on a day of its own', async () => {
    const lines = Array.from({ length: 1000 }, (_, index) => ({
      at: ago(1000 - index, 'd'),
      direction: 'incoming' as const,
      text: `Day ${index}`,
    }));
    const bench = await timelineBench(talkOf(lines));
    for (let step = 0; step < 30; step += 1) await bench.scrollTo(bench.scroller.scrollTop - 800);
    expect(bench.root.querySelectorAll('.feed > .day > *').length).to.be.at.most(200);
  });

  it('says when earlier messages could not be loaded, and tries again', async () => {
    const bench = await timelineBench(history(200));
    bench.world.adapter.faults.offline = true;
    await bench.scrollTo(0);
    await bench.pass(60_000);
    bench.world.adapter.faults.offline = false;
    await bench.pass(60_000);
    await bench.scrollTo(0);
    await bench.pass(1000);
    expect(Number(bench.articles().at(-1)?.ariaPosInSet)).to.be.greaterThan(50);
  });

  it('comes to the end when the agent sends, wherever the agent was', async () => {
    const bench = await timelineBench(history(120));
    await bench.scrollTo(200);
    await answer(bench, 'Answer');
    expect(isAtEnd(bench.scroller)).to.equal(true);
    expect(textOf(bench.articles().at(-1))).to.contain('Answer');
  });

  it('keeps room for a picture, so that nothing moves when it arrives', async () => {
    const attachment = anAttachment({ mimeType: 'image/png', url: 'https://a.test/never.png' });
    const bench = await timelineBench(
      talkOf([{ at: ago(1, 'h'), direction: 'incoming', content: { kind: 'image', caption: null, attachment } }]),
    );
    await bench.until('.picture');
    const box = bench.root.querySelector('.picture')?.getBoundingClientRect();
    expect(box?.height).to.be.closeTo(((box?.width ?? 0) * 3) / 4, 1);
  });

  it('shows another conversation from its own place', async () => {
    const bench = await timelineBench(history(60));
    await bench.scrollTo(100);
    bench.timeline.conversationId = null;
    await bench.pass();
    bench.timeline.conversationId = 'talk';
    await bench.pass();
    expect(isAtEnd(bench.scroller)).to.equal(true);
  });
});

async function answer({ world, pass }: TimelineBench, text: string): Promise<void> {
  await world.session.send({
    conversationId: 'talk',
    channel: 'whatsapp',
    accountId: null,
    content: { kind: 'text', text },
    replyToId: null,
    draft: null,
  });
  await pass(1000);
}
