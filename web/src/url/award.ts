/**
 * An alternative of "what if we award to X", as it stands in an address:
 * `Bidder_X;move!contract-1!bidder-x!Bidder_X;remove!contract-2`. `;` separates steps, `!` the parts
 * of one: neither can stand in an id, and names are spelled so that they hold neither.
 */

/** The one who gets something: on record, or new with a name. */
export interface Winner {
  readonly id: string;
  readonly name?: string;
}
export type Step =
  | { readonly do: 'move'; readonly contract: string; readonly to: Winner }
  | { readonly do: 'remove'; readonly contract: string }
  | {
      readonly do: 'add';
      readonly to: Winner;
      readonly value?: number;
      /** A product, service or area that would rely on it from then on. */
      readonly supplies?: string;
    }
  | { readonly do: 'merge'; readonly first: string; readonly other: string }
  | { readonly do: 'buy'; readonly supplier: string; readonly by: string };

export interface Award {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** As many beside doing nothing as the API takes. */
export const MOST_AWARDS = 4;
const MOST_STEPS = 100;
const MOST_NAME = 200;

const NODE_ID = /^[A-Za-z0-9._:@/+~-]{1,200}$/;
const LINK_ID = /^[A-Za-z0-9._:@/+~>-]{1,500}$/;
const isNode = (text: string | undefined): text is string => NODE_ID.test(text ?? '');
const isLink = (text: string | undefined): text is string => LINK_ID.test(text ?? '');

/** "Bidder X" → "Bidder_X"; what is no letter, digit, dot or dash becomes `*hex*`. */
function spelled(name: string): string {
  return name.slice(0, MOST_NAME).replace(/[^A-Za-z0-9.-]/g, (sign) => {
    return sign === ' ' ? '_' : `*${sign.charCodeAt(0).toString(16)}*`;
  });
}

function read(text: string): string {
  const plain = text.replaceAll('_', ' ');
  return plain
    .replace(/\*([0-9a-f]{1,4})\*/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .slice(0, MOST_NAME);
}

export function formatAward({ name, steps }: Award): string {
  return [spelled(name), ...steps.map(formatStep)].join(';');
}

function formatStep(step: Step): string {
  const winner = ({ id, name }: Winner) => (name === undefined ? [id] : [id, spelled(name)]);
  if (step.do === 'move') return ['move', step.contract, ...winner(step.to)].join('!');
  if (step.do === 'remove') return `remove!${step.contract}`;
  if (step.do === 'merge') return `merge!${step.first}!${step.other}`;
  if (step.do === 'buy') return `buy!${step.supplier}!${step.by}`;
  const [id, name = ''] = winner(step.to);
  return ['add', id, name, step.value ?? '', step.supplies ?? ''].join('!');
}

/** What cannot be read is left out; an alternative without a name has none. */
export function parseAward(text: string): Award {
  const [name = '', ...steps] = text.split(';');
  return { name: read(name), steps: steps.slice(0, MOST_STEPS).flatMap(parseStep) };
}

function parseStep(text: string): Step[] {
  const [what, a, b, c, d] = text.split('!');
  if (what === 'remove' && isLink(a)) return [{ do: 'remove', contract: a }];
  if (what === 'move' && isLink(a) && isNode(b)) {
    return [{ do: 'move', contract: a, to: winner(b, c) }];
  }
  if (what === 'merge' && isNode(a) && isNode(b)) return [{ do: 'merge', first: a, other: b }];
  if (what === 'buy' && isNode(a) && isNode(b)) return [{ do: 'buy', supplier: a, by: b }];
  if (what !== 'add' || !isNode(a)) return [];
  const value = amount(c);
  return [
    {
      do: 'add',
      to: winner(a, b),
      ...(value === undefined ? {} : { value }),
      ...(isNode(d) ? { supplies: d } : {}),
    },
  ];
}

function winner(id: string, name: string | undefined): Winner {
  return name ? { id, name: read(name) } : { id };
}

function amount(text: string | undefined): number | undefined {
  if (!text || !/^[0-9.e+]{1,30}$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
