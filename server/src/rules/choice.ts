/** Choices between objects that one constant field tells apart, as `do` tells measures apart. */
import type { JsonSchema } from './json-schema.ts';

export interface Choice {
  readonly key: string;
  readonly options: ReadonlyMap<string, JsonSchema>;
}

/** Undefined for any other union. */
export function choiceOf({ anyOf }: JsonSchema): Choice | undefined {
  const [first] = anyOf ?? [];
  for (const key of Object.keys(first?.properties ?? {})) {
    const names = (anyOf ?? []).map((option) => option.properties?.[key]?.const);
    if (!names.every((name) => typeof name === 'string')) continue;
    const options = new Map(names.map((name, i) => [name, anyOf?.[i] as JsonSchema]));
    if (options.size === names.length) return { key, options };
  }
  return undefined;
}
