import { inclusiveAncestors } from './page-language.ts';

/**
 * Where the page does not say which way it reads, texts that run from right to left do: on their host. A chunk of its own that
 * comes with the first such language. Call what is returned whenever something may have changed.
 */
export function ownDirection(host: HTMLElement): (direction: 'ltr' | 'rtl') => void {
  /** Whether the `dir` of the host is ours. */
  let isOurs = false;
  return (direction) => {
    const around = [...inclusiveAncestors(host)].slice(isOurs ? 1 : 0);
    const isRtl = direction === 'rtl' && !around.some((one) => one.hasAttribute('dir'));
    if (isRtl === isOurs) return;
    isOurs = isRtl;
    if (isRtl) host.dir = 'rtl';
    else host.removeAttribute('dir');
  };
}
