// The built-in subjects. entry: source bundled by esbuild, or by Rollup if it has `lazy` chunks that share modules with it.
// A subject given with --subject has the same shape.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const ver = (p) => {
  try {
    return JSON.parse(readFileSync(path.join(ROOT, 'node_modules', p, 'package.json'), 'utf8')).version;
  } catch {
    return '?';
  }
};
export const SUBJECTS = [
  { name: 'plain-dom', entry: 'subjects/plain-dom.js', floor: true, define: { __CV__: '1' }, pkgs: [] },
  { name: 'plain-dom-chunk', entry: 'subjects/plain-dom.js', floor: true, define: { __CV__: '2' }, pkgs: [] },
  { name: 'plain-dom-nocv', entry: 'subjects/plain-dom.js', floor: true, define: { __CV__: '0' }, pkgs: [] },
  { name: 'vanilla-virtual', entry: 'subjects/vanilla-virtual.js', floor: true, pkgs: [] },
  { name: 'bare-virtual', entry: 'subjects/bare-virtual.js', floor: true, pkgs: ['lit', '@tanstack/virtual-core'] },
  {
    name: 'lit-virtualizer',
    entry: 'subjects/lit-virtualizer.js',
    floor: true,
    pkgs: ['lit', '@lit-labs/virtualizer'],
  },
  { name: 'vue-advanced-chat', entry: 'subjects/vue-advanced-chat.js', pkgs: ['vue-advanced-chat'] },
  { name: 'deep-chat', entry: 'subjects/deep-chat.js', pkgs: ['deep-chat'] },
  {
    name: 'chatscope',
    entry: 'subjects/chatscope.jsx',
    pkgs: ['@chatscope/chat-ui-kit-react', '@chatscope/chat-ui-kit-styles', 'react'],
  },
  {
    name: 'stream',
    entry: 'subjects/stream.jsx',
    define: { __VIRTUAL__: '0' },
    pkgs: ['stream-chat-react', 'stream-chat', 'react'],
  },
  {
    name: 'stream-virtual',
    entry: 'subjects/stream.jsx',
    define: { __VIRTUAL__: '1' },
    pkgs: ['stream-chat-react', 'stream-chat', 'react'],
  },
  { name: 'webchat', entry: 'subjects/webchat.jsx', pkgs: ['botframework-webchat', 'react'] },
  { name: 'vaadin', entry: 'subjects/vaadin-message-list.js', lazy: true, pkgs: ['@vaadin/message-list', 'lit'] },
  { name: 'chatui', entry: 'subjects/chatui.jsx', pkgs: ['@chatui/core', 'react'] },
].map((s) => ({ ...s, kind: 'timeline', versions: Object.fromEntries(s.pkgs.map((p) => [p, ver(p)])) }));
export const LISTS = [
  { name: 'list-virtual', entry: 'lists/list-virtual.js', floor: true, pkgs: ['lit', '@tanstack/virtual-core'] },
  { name: 'list-plain', entry: 'lists/list-plain.js', floor: true, pkgs: [] },
  { name: 'list-vac', entry: 'lists/list-vac.js', pkgs: ['vue-advanced-chat'] },
  { name: 'list-chatscope', entry: 'lists/list-chatscope.jsx', pkgs: ['@chatscope/chat-ui-kit-react', 'react'] },
  { name: 'list-stream', entry: 'lists/list-stream.jsx', pkgs: ['stream-chat-react', 'stream-chat', 'react'] },
].map((s) => ({ ...s, kind: 'list', versions: Object.fromEntries(s.pkgs.map((p) => [p, ver(p)])) }));
