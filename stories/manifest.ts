import manifest from '../custom-elements.json';

/** What the custom elements manifest says of anything. */
interface Item {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
}

interface Member extends Item {
  readonly kind: string;
  readonly attribute?: string;
  readonly readonly?: boolean;
  readonly parameters?: readonly Item[];
  readonly return?: { readonly type?: { readonly text: string } };
}

/** An element as the manifest describes it. */
export interface Described {
  readonly tagName: string;
  readonly description: string;
  readonly members: readonly Member[];
  readonly events: readonly Item[];
  readonly slots: readonly Item[];
  readonly cssParts: readonly Item[];
  readonly cssProperties: readonly Item[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Partial<Described>[] }[];
}

const elements = (manifest as unknown as Manifest).modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName !== undefined)
  .map((element): Described => ({
    tagName: '',
    description: '',
    members: [],
    events: [],
    slots: [],
    cssParts: [],
    cssProperties: [],
    ...element,
  }));

/** The element of this tag. */
export function described(tag: string): Described {
  const found = elements.find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`The manifest knows no ${tag}`);
  return found;
}

/** Every event that any element fires. */
export const eventNames = [...new Set(elements.flatMap(({ events }) => events.map(({ name }) => name)))];

/** What a control can turn: a property with an attribute, or a token of the element. */
export interface Knob {
  /** The property, or the token. */
  readonly key: string;
  /** As it is called in HTML or CSS. */
  readonly name: string;
  readonly kind: 'words' | 'boolean' | 'number' | 'text' | 'token';
  /** What can be chosen, `null` where nothing can be. */
  readonly words: readonly (string | null)[] | null;
  readonly isNullable: boolean;
  readonly initial: unknown;
}

/** A text as the source writes it, e.g. `'enter'`. */
const valueOf = (text: string): unknown => JSON.parse(text.replaceAll("'", '"'));

function knobOf({ name, attribute = '', type, default: initial = 'null' }: Member): Knob {
  const parts = (type?.text ?? '').split(' | ');
  const words = parts.every((part) => part === 'null' || part.startsWith("'"));
  const plain = parts.find((part) => part === 'boolean' || part === 'number');
  return {
    key: name,
    name: attribute,
    kind: words ? 'words' : (plain ?? 'text'),
    words: words ? parts.map((part) => valueOf(part) as string | null) : null,
    isNullable: parts.includes('null'),
    initial: valueOf(initial),
  };
}

/** Everything of an element that a control can turn. */
export function knobsOf(tag: string): readonly Knob[] {
  const { members, cssProperties } = described(tag);
  return [
    ...members.filter(({ attribute }) => attribute !== undefined).map(knobOf),
    ...cssProperties.map(({ name }): Knob => ({
      key: name,
      name,
      kind: 'token',
      words: null,
      isNullable: false,
      initial: '',
    })),
  ];
}

/** What the platform calls; nobody else does. */
const ofThePlatform = /^form\w+Callback$/;

/** A row of the table in the documentation. */
interface Row {
  readonly name: string;
  readonly description: string;
  readonly control: false;
  readonly table: {
    readonly category: string;
    readonly type?: { readonly summary: string };
    readonly defaultValue?: { readonly summary: string };
  };
}

/** Names that no other kind of thing has: an attribute and a part may be called alike. */
const written = {
  slot: ({ name }: Item): string => (name === '' ? '(default)' : `slot="${name}"`),
  part: ({ name }: Item): string => `::part(${name})`,
  method: ({ name, parameters = [] }: Member): string =>
    `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`,
};

function rowOf(item: Item, category: string, name = item.name, type = item.type?.text): Row {
  const { default: initial } = item;
  return {
    name,
    description: item.description ?? '',
    control: false,
    table: {
      category,
      ...(type && { type: { summary: type } }),
      ...(initial !== undefined && { defaultValue: { summary: initial } }),
    },
  };
}

/** An attribute says also what its property is called, where that is another word. */
function attributeRow(member: Member): Row {
  const row = rowOf(member, 'attributes', member.attribute);
  const isSame = member.attribute === member.name;
  return isSame ? row : { ...row, description: `${row.description} Property: \`${member.name}\`.` };
}

/** The table of an element for its documentation: everything that is public, each row by a key of its own. */
export function rowsOf(tag: string): Readonly<Record<string, Row>> {
  const { members, events, slots, cssParts, cssProperties } = described(tag);
  const fields = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind, name }) => kind === 'method' && !ofThePlatform.test(name));
  const rows = (items: readonly Item[], prefix: string, row: (item: Item) => Row): readonly [string, Row][] =>
    items.map((item) => [`${prefix}${item.name}`, row(item)]);
  const isAttribute = ({ attribute }: Member): boolean => attribute !== undefined;
  return Object.fromEntries([
    ...fields.filter(isAttribute).map((field): [string, Row] => [field.name, attributeRow(field)]),
    ...rows(cssProperties, '', (item) => rowOf(item, 'css custom properties')),
    ...rows(
      fields.filter((field) => !isAttribute(field)),
      '',
      (item) => rowOf(item, 'properties'),
    ),
    ...methods.map((method): [string, Row] => [
      `method ${method.name}`,
      rowOf(method, 'methods', written.method(method), method.return?.type?.text),
    ]),
    ...rows(events, 'event ', (item) => rowOf(item, 'events')),
    ...rows(slots, 'slot ', (item) => rowOf(item, 'slots', written.slot(item))),
    ...rows(cssParts, 'part ', (item) => rowOf(item, 'css parts', written.part(item))),
  ]);
}
