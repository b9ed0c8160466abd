/** The XML form of a bill in the shape of its JSON form. Documents with a DOCTYPE are refused. */
import type { Fault } from '@msp-impact/contract';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { fault } from '../../../rules/fault.ts';
import { isObject, type Json } from '../json/text.ts';
import { MAX_DEPTH } from '../text.ts';

/** Characters: all of it is laid out as a tree. */
const LONGEST = 100_000_000;

type Fields = Record<string, unknown>;

const MARK = '@';
const TEXT = '#text';
const NAMESPACE =
  /xmlns(?::[\w.-]{1,50})?\s{0,9}=\s{0,9}["']https?:\/\/cyclonedx\.org\/schema\/bom\/(\d+\.\d+)["']/;

/** Elements that hold a list, and what its members are called. */
const LISTS: Readonly<Record<string, string>> = {
  components: 'component',
  services: 'service',
  dependencies: 'dependency',
  compositions: 'composition',
  externalReferences: 'reference',
  properties: 'property',
  hashes: 'hash',
  endpoints: 'endpoint',
};

export function bomOfXml(text: string, file: string): { value: Json } | { error: Fault } {
  const refuse = (reason: string, path = file) => ({ error: fault(path, undefined, reason) });
  if (text.length > LONGEST) {
    const most = `${LONGEST / 1_000_000} million characters`;
    return refuse(`is XML of more than ${most}; export it as JSON, which is read in pieces`);
  }
  // No entity is ever declared then, so none can expand and none can read a file.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
    return refuse('has a DOCTYPE; document type declarations and entities are not read');
  }
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    const { line, col, msg } = valid.err;
    return refuse(`is no valid XML: ${msg}`, `${file}, line ${line}, column ${col}`);
  }
  let tree: unknown;
  try {
    tree = parser().parse(text);
  } catch (error) {
    return refuse(`is no XML that can be read: ${(error as Error).message}`);
  }
  if (!isObject(tree) || !Object.hasOwn(tree, 'bom')) {
    return refuse('must have the root element bom');
  }
  // Without children and attributes it is an empty text to the parser.
  const bom = isObject(tree.bom) ? tree.bom : {};
  const version = NAMESPACE.exec(text.slice(0, 20_000))?.[1];
  const value = fieldsOf(bom) as Fields;
  return {
    value: { ...value, bomFormat: version ? 'CycloneDX' : undefined, specVersion: version },
  };
}

const parser = () =>
  new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: MARK,
    textNodeName: TEXT,
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: true,
    maxNestedTags: MAX_DEPTH,
  });

function fieldsOf(element: unknown): unknown {
  if (Array.isArray(element)) return element.map(fieldsOf);
  if (!isObject(element)) return element;
  const out: Fields = {};
  for (const [key, value] of Object.entries(element)) {
    const name = key.startsWith(MARK) ? key.slice(1) : key === TEXT ? 'value' : key;
    if (name === 'xmlns' || name === '__proto__') continue;
    const member = LISTS[name];
    if (name === 'dependencies' && isObject(value)) out[name] = dependenciesOf(value);
    else if (name === 'licenses') out[name] = choicesOf(value);
    else if (name === 'hashes') out[name] = membersOf(value, 'hash').map(hashOf);
    else if (name === 'tools' && isObject(value) && 'tool' in value)
      out[name] = membersOf(value, 'tool');
    else out[name] = member === undefined ? fieldsOf(value) : membersOf(value, member);
  }
  return out;
}

/** `<components/>` is an empty text to the parser. */
function membersOf(value: unknown, member: string): unknown[] {
  const inner = isObject(value) ? value[member] : undefined;
  if (inner === undefined) return [];
  return (Array.isArray(inner) ? inner : [inner]).map(fieldsOf);
}

/** Each is named in JSON by what it is: `{ license: … }` or `{ expression: … }`. */
function choicesOf(value: unknown): unknown[] {
  return ['license', 'expression'].flatMap((name) =>
    membersOf(value, name).map((one) => ({ [name]: name === 'license' ? one : textOf(one) })),
  );
}

const textOf = (one: unknown) => (isObject(one) ? one.value : one);

function hashOf(one: unknown): unknown {
  return isObject(one) ? { alg: one.alg, content: one.value } : one;
}

/** In a bill: elements with ref and children with ref. In a composition: elements with ref alone. */
function dependenciesOf(value: Json): unknown[] {
  return membersOf(value, 'dependency').map((one) => {
    if (!isObject(one)) return one;
    const refs = (inner: unknown) =>
      (Array.isArray(inner) ? inner : inner === undefined ? [] : [inner]).map((child) =>
        isObject(child) ? child.ref : child,
      );
    const provides = refs(one.provides);
    const more = provides.length > 0 ? { provides } : {};
    return { ref: one.ref, dependsOn: refs(one.dependency), ...more };
  });
}
