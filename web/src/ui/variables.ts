/** The tokens of the picture as CSS variables, under the short names that the style sheets use. */
import { type Ink, type Theme, tokens } from '../picture/tokens.ts';

export type Scheme = Theme;

const INKS = {
  '--page': 'page',
  '--surface': 'surface',
  '--text': 'text',
  '--text-2': 'secondary',
  '--accent': 'accent',
  '--on-accent': 'onAccent',
  '--border': 'border',
  '--quiet': 'quiet',
  '--line': 'hairline',
  '--rest': 'track',
  '--stopped-text': 'stoppedText',
  '--stopped-fill': 'stoppedFill',
  '--stopped-line': 'stoppedLine',
  '--reduced-text': 'reducedText',
  '--reduced-fill': 'reducedFill',
  '--reduced-line': 'reducedLine',
  '--last-text': 'lastOptionText',
  '--last-fill': 'lastOptionFill',
  '--unknown-text': 'unknownText',
  '--unknown-fill': 'unknownFill',
  '--checked': 'checked',
  '--marked-fill': 'markedFill',
  '--marked-text': 'markedText',
  '--hatch': 'hatch',
  '--lost-1': 'lost1',
  '--lost-2': 'lost2',
  '--lost-3': 'lost3',
  '--lost-4': 'lost4',
  '--lost-5': 'lost5',
} as const satisfies Record<`--${string}`, Ink>;

export type Variables = Readonly<Record<keyof typeof INKS, string>>;

export function variables(scheme: Scheme): Variables {
  const entries = Object.entries(INKS).map(([name, ink]) => [name, tokens[scheme][ink]]);
  return Object.fromEntries(entries) as Variables;
}
