import { version } from './version.ts';

/** Names a context so that the bundles of one version on a page share it, and those of another version do not. */
export function contextKey(name: string): symbol {
  return Symbol.for(`conversation-elements ${version} ${name}`);
}
