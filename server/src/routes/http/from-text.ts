/**
 * The values that an address holds as text. Only what is written as JSON writes it is taken: `true`
 * is no number, and `0x10`, an empty text or `1` for true are nothing at all.
 */
import type { TSchema } from 'typebox';

interface Field {
  readonly type?: string;
  readonly items?: Field;
}

const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const TRUTH: Readonly<Record<string, boolean>> = { true: true, false: false };

/** @param given the fields of a query or of a path; those of another form stay texts, to be refused */
export function fromText(schema: TSchema, given: unknown): unknown {
  const { properties = {} } = schema as { properties?: Readonly<Record<string, Field>> };
  const fields = Object.entries((given ?? {}) as object).map(([key, text]) => {
    const field = Object.hasOwn(properties, key) ? properties[key] : undefined;
    return [key, field ? read(field, text) : text];
  });
  return Object.fromEntries(fields);
}

function read({ type, items }: Field, text: unknown): unknown {
  if (type === 'array' && items) return [text].flat().map((one) => read(items, one));
  if (typeof text !== 'string') return text;
  if (type === 'number' || type === 'integer') return NUMBER.test(text) ? Number(text) : text;
  if (type === 'boolean') return Object.hasOwn(TRUTH, text) ? TRUTH[text] : text;
  return text;
}
