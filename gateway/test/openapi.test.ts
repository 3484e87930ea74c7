import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { openApiDocument } from '../src/http/openapi.ts';
import { mustMatch, schemas } from '../src/http/schema-check.ts';

describe('the OpenAPI document', () => {
  it('has the schemas that the types say', () => {
    const tool = join(import.meta.dirname, '../tools/openapi.mjs');
    execFileSync(process.execPath, [tool, 'check'], { stdio: 'pipe' });
  });

  it('names no schema that is not there, and only those', () => {
    const text = JSON.stringify(openApiDocument('1'));
    const named = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name));
    assert.deepEqual(
      [...named].filter((name) => !(name && name in schemas)),
      [],
    );
    const unused = Object.keys(schemas).filter((name) => !named.has(name));
    assert.deepEqual(unused, ['ChangeBatch']); // the data of an event, which OpenAPI cannot refer to
  });
});

describe('checking against a schema', () => {
  const note = { conversationId: 'c1', text: 'Hello' };

  it('passes what is right, with more than is known', () => {
    mustMatch('NewNote', { ...note, more: true });
  });

  for (const { title, name, value, path } of [
    { title: 'a missing field', name: 'NewNote', value: { text: 'Hello' }, path: 'conversationId' },
    { title: 'another type', name: 'NewNote', value: { ...note, text: 1 }, path: 'text' },
    { title: 'the character NUL', name: 'NewNote', value: { ...note, text: 'a\0b' }, path: 'text' },
    { title: 'a list', name: 'NewNote', value: [], path: '' },
    { title: 'an inherited field', name: 'NewNote', value: Object.create(note) as unknown, path: 'text' },
    {
      title: 'a field far inside',
      name: 'ConversationSearch',
      value: { query: { scope: { kind: 'all' }, sort: 'newest', states: ['new', 'gone'] } },
      path: 'query.states[1]',
    },
    {
      title: 'NaN',
      name: 'ConversationSearch',
      value: { query: { scope: { kind: 'all' }, sort: 'newest', startedFrom: NaN } },
      path: 'query.startedFrom',
    },
  ]) {
    it(`refuses ${title} as invalid, naming ${path || 'the body'}`, () => {
      assert.throws(
        () => mustMatch(name, value),
        (error) => error instanceof AdapterError && error.code === 'invalid' && error.path === path,
      );
    });
  }
});
