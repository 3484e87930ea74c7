import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AdapterError } from '../../../src/ports/adapter-error.ts';

/** The part of JSON Schema that the generated schemas use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object';
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly description?: string;
}

/** Schemas by name, as they stand in the OpenAPI document. */
export const schemas = JSON.parse(readFileSync(join(import.meta.dirname, 'schemas.json'), 'utf8')) as Readonly<
  Record<string, Schema>
>;

interface Fault {
  readonly path: string;
  readonly expected: string;
}

const deepest = 40;

/** Refuses a body that is not what the schema says, naming the field; never repeats what stood there. */
export function mustMatch(name: string, value: unknown): void {
  const fault = faultIn({ $ref: `#/components/schemas/${name}` }, value, 0);
  if (!fault) return;
  const path = fault.path.replace(/^\./, '');
  throw new AdapterError('invalid', `${path === '' ? 'the body' : path} is not ${fault.expected}`, { path });
}

function faultIn(schema: Schema, value: unknown, depth: number): Fault | null {
  if (depth > deepest) return { path: '', expected: 'so deep' };
  if (schema.$ref !== undefined) return faultIn(named(schema.$ref), value, depth + 1);
  if (schema.anyOf) return faultInAny(schema.anyOf, value, depth);
  if ('const' in schema) return value === schema.const ? null : wrong(JSON.stringify(schema.const));
  if (schema.enum) return schema.enum.includes(value) ? null : wrong('a known name');
  switch (schema.type) {
    case 'string':
      return faultInText(value);
    case 'number':
      return Number.isFinite(value) ? null : wrong('a number');
    case 'boolean':
      return typeof value === 'boolean' ? null : wrong('true or false');
    case 'null':
      return value === null ? null : wrong('null');
    case 'array':
      return faultInList(schema.items ?? {}, value, depth);
    case 'object':
      return faultInObject(schema, value, depth);
    case undefined:
      return null;
    default:
      return schema.type satisfies never;
  }
}

/** A database keeps no NUL, and no channel carries one. */
function faultInText(value: unknown): Fault | null {
  if (typeof value !== 'string') return wrong('a text');
  return value.includes('\0') ? wrong('a text without the character NUL') : null;
}

/** Of several shapes the one that comes furthest says what is wrong. */
function faultInAny(options: readonly Schema[], value: unknown, depth: number): Fault | null {
  let closest: Fault | null = null;
  for (const option of options) {
    const fault = faultIn(option, value, depth + 1);
    if (!fault) return null;
    if (!closest || fault.path.length > closest.path.length) closest = fault;
  }
  return closest?.path ? closest : wrong('one of the allowed kinds');
}

function faultInList(items: Schema, value: unknown, depth: number): Fault | null {
  if (!Array.isArray(value)) return wrong('a list');
  for (const [index, item] of value.entries()) {
    const fault = faultIn(items, item, depth + 1);
    if (fault) return { path: `[${index}]${fault.path}`, expected: fault.expected };
  }
  return null;
}

function faultInObject({ properties = {}, required = [] }: Schema, value: unknown, depth: number): Fault | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('an object');
  for (const name of required) if (!Object.hasOwn(value, name)) return { path: `.${name}`, expected: 'there' };
  for (const [name, schema] of Object.entries(properties)) {
    if (!Object.hasOwn(value, name)) continue;
    const fault = faultIn(schema, (value as Record<string, unknown>)[name], depth + 1);
    if (fault) return { path: `.${name}${fault.path}`, expected: fault.expected };
  }
  return null;
}

function named(ref: string): Schema {
  const schema = schemas[ref.slice(ref.lastIndexOf('/') + 1)];
  if (!schema) throw new TypeError(`no schema ${ref}`);
  return schema;
}

function wrong(expected: string): Fault {
  return { path: '', expected };
}
