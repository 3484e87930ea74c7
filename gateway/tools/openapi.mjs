// Makes the schemas of the OpenAPI document from the types in src/http/api-types.ts: the types are what the code is
// checked against, the schemas what requests are checked against, so they cannot drift apart.
//   npm run openapi -w gateway           writes src/http/schemas.json
//   npm run openapi -w gateway -- check  fails if it is not what the types say
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import ts from 'typescript';

const source = join(import.meta.dirname, '../src/http/api-types.ts');
const target = join(import.meta.dirname, '../src/http/schemas.json');

/** The schemas as JSON text. */
export async function schemasText() {
  const program = ts.createProgram([source], {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    types: [],
  });
  const schemas = new Schemas(program.getTypeChecker());
  const file = program.getSourceFile(source);
  const types = file.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === 'ApiTypes');
  for (const member of types.members) schemas.name(member);
  const options = { ...(await prettier.resolveConfig(target)), parser: 'json' };
  return prettier.format(JSON.stringify(schemas.sorted(), null, 2), options);
}

class Schemas {
  #checker;
  #named = new Map();
  #done = new Map();

  constructor(checker) {
    this.#checker = checker;
  }

  /** A member of ApiTypes: its type gets the member's name. */
  name(member) {
    const type = this.#checker.getTypeAtLocation(member);
    const schema = this.#isOwnName(type, member.name.text) ? this.#of(type) : this.#inline(type);
    if (!('$ref' in schema)) this.#done.set(member.name.text, { ...schema, ...this.#doc(member.symbol) });
  }

  sorted() {
    return Object.fromEntries([...this.#done].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #isOwnName(type, name) {
    return (type.aliasSymbol ?? type.symbol)?.name === name;
  }

  /** A type with a name of its own becomes a reference; anything else is written where it stands. */
  #of(type) {
    const symbol = type.aliasSymbol ?? (type.isClassOrInterface() ? type.symbol : undefined);
    const generic = (type.aliasTypeArguments ?? type.typeArguments ?? []).length > 0;
    if (!symbol || generic || symbol.name.startsWith('__')) return this.#inline(type);
    const { name } = symbol;
    if (this.#named.has(name) && this.#named.get(name) !== type) return this.#inline(type);
    if (!this.#named.has(name)) {
      this.#named.set(name, type);
      this.#done.set(name, {});
      this.#done.set(name, { ...this.#inline(type), ...this.#doc(symbol) });
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  #inline(type) {
    const { flags } = type;
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (flags & ts.TypeFlags.StringLiteral) return { const: type.value };
    if (flags & ts.TypeFlags.NumberLiteral) return { const: type.value };
    if (flags & ts.TypeFlags.BooleanLiteral) return { const: type.intrinsicName === 'true' };
    if (flags & ts.TypeFlags.String) return { type: 'string' };
    if (flags & ts.TypeFlags.Number) return { type: 'number' };
    if (type.isUnion()) return this.#union(type.types);
    if (this.#checker.isArrayType(type))
      return { type: 'array', items: this.#of(this.#checker.getTypeArguments(type)[0]) };
    if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.#object(type);
    throw new Error(`no schema for ${this.#checker.typeToString(type)}`);
  }

  #union(types) {
    const present = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    const isBoolean = present.filter(({ flags }) => flags & ts.TypeFlags.BooleanLiteral).length === 2;
    const rest = isBoolean ? present.filter(({ flags }) => !(flags & ts.TypeFlags.BooleanLiteral)) : present;
    const texts = rest.filter((type) => type.isStringLiteral());
    const others = rest.filter((type) => !type.isStringLiteral());
    const parts = [
      ...(isBoolean ? [{ type: 'boolean' }] : []),
      ...(texts.length > 0 ? [{ enum: texts.map(({ value }) => value).sort() }] : []),
      ...others.map((type) => this.#of(type)),
    ];
    return parts.length === 1 ? parts[0] : { anyOf: parts };
  }

  #object(type) {
    const properties = {};
    const required = [];
    for (const symbol of this.#checker.getPropertiesOfType(type)) {
      const own = this.#checker.getTypeOfSymbol(symbol);
      const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
      properties[symbol.name] = { ...this.#of(own), ...this.#doc(symbol) };
      if (!isOptional) required.push(symbol.name);
    }
    return { type: 'object', properties, ...(required.length > 0 && { required }) };
  }

  #doc(symbol) {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(this.#checker)).replace(/\s+/g, ' ').trim();
    return text === '' ? {} : { description: text };
  }
}

if (process.argv[1] === import.meta.filename) {
  const text = await schemasText();
  if (process.argv[2] !== 'check') writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error('schemas.json is not what the types say: npm run openapi -w gateway');
    process.exitCode = 1;
  }
}
