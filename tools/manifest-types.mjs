// Plugin of the custom elements manifest: writes out what types say, where the analyzer copies their names only.
// Editors then offer the words an attribute takes and Storybook makes controls of them; events say what they carry.
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const root = dirname(import.meta.dirname);
const eventsFile = join(root, 'src/elements/events.ts');

/** Only what files of this package say of each other: nothing of a library is a word of an attribute. */
function programOf(files) {
  const options = { allowImportingTsExtensions: true, noEmit: true, noLib: true, strict: true, types: [] };
  const host = ts.createCompilerHost(options);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) => {
      const resolvedFileName = text.startsWith('.') ? resolve(dirname(from), text) : '';
      return { resolvedModule: resolvedFileName.endsWith('.ts') ? { resolvedFileName, extension: '.ts' } : undefined };
    });
  return ts.createProgram(files, options, host);
}

/** The type of a property in words, `null` when it is more than words. */
function wordsOf(checker, member) {
  const type = checker.getTypeAtLocation(member.name);
  const parts = type.isUnion() ? type.types : [type];
  const words = parts.filter((part) => part.isStringLiteral()).map(({ value }) => value);
  const isNullable = parts.some(({ flags }) => flags & ts.TypeFlags.Null);
  if (words.length === 0 || words.length + Number(isNullable) < parts.length) return null;
  // The checker keeps no order: people know that of the type as written, else of what is said of the property.
  const texts = [type.aliasSymbol?.declarations?.[0]?.getText() ?? '', member.getText(), member.getFullText()];
  const place = (text, word) => text.search(new RegExp(`['\`]${word}['\`]`));
  const written = texts.find((text) => words.every((word) => place(text, word) >= 0)) ?? '';
  words.sort((one, other) => place(written, one) - place(written, other));
  return [...words.map((word) => `'${word}'`), ...(isNullable ? ['null'] : [])].join(' | ');
}

function classOf(source, name) {
  return source?.statements.find((each) => ts.isClassDeclaration(each) && each.name?.text === name);
}

/** What each event of the one typed map carries, on one line. */
function eventTypes(source) {
  const map = source.statements.find(
    (each) => ts.isInterfaceDeclaration(each) && each.name.text === 'ConversationElementsEventMap',
  );
  const plain = (text) =>
    text
      .replaceAll(/\/\*[^]*?\*\//g, '')
      .replaceAll('readonly ', '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll('; }', ' }');
  return new Map(map.members.map((member) => [member.name.text, plain(member.type.getText())]));
}

export const writtenTypes = {
  name: 'written-types',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    const program = programOf([eventsFile, ...modules.map(({ path }) => join(root, path))]);
    const checker = program.getTypeChecker();
    const events = eventTypes(program.getSourceFile(eventsFile));
    for (const { path, declarations = [] } of modules) {
      for (const declaration of declarations.filter(({ customElement }) => customElement)) {
        const known = classOf(program.getSourceFile(join(root, path)), declaration.name)?.members ?? [];
        for (const member of declaration.members ?? []) {
          const found = known.find((each) => ts.isPropertyDeclaration(each) && each.name.getText() === member.name);
          const words = found ? wordsOf(checker, found) : null;
          if (words === null) continue;
          const attribute = declaration.attributes?.find(({ fieldName }) => fieldName === member.name);
          for (const item of [member, attribute]) if (item) item.type = { text: words };
        }
        for (const event of declaration.events ?? [])
          if (events.has(event.name)) event.type = { text: events.get(event.name) };
      }
    }
  },
};
