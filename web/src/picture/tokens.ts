/**
 * The colours of the product, light and dark, as data: the picture, the style sheet's variables and the
 * component kit are all made from here. Contrast is checked by tokens.test.ts.
 */
export type Theme = 'light' | 'dark';

const light = {
  page: '#F4F6F9',
  surface: '#FFFFFF',
  text: '#15202B',
  secondary: '#4B5968',
  accent: '#1451A8',
  onAccent: '#FFFFFF',
  border: '#7A8794',
  hairline: '#D8DEE5',
  quiet: '#808C99',
  stoppedText: '#A1121B',
  stoppedFill: '#FDEEEE',
  stoppedLine: '#A1121B',
  reducedText: '#8A4A00',
  reducedFill: '#FFF5E3',
  reducedLine: '#C77700',
  lastOptionText: '#4A3AA7',
  lastOptionFill: '#F0EEFC',
  lastOptionLine: '#4A3AA7',
  unknownText: '#4B5968',
  unknownFill: '#EEF1F5',
  unknownLine: '#7A8794',
  checked: '#0B6B5F',
  markedFill: '#15202B',
  markedText: '#FFFFFF',
  bracketFill: '#F4F6F9',
  hatch: '#D5DBE2',
  track: '#DDE3EA',
  range: '#E0B97C',
  lost1: '#FBE6C8',
  lost2: '#F3BE7E',
  lost3: '#DF8440',
  lost4: '#B8462A',
  lost5: '#7C1620',
} as const;

/** The name of a colour; `tokens[theme][ink]` is its value. */
export type Ink = keyof typeof light;
export type Tokens = Readonly<Record<Ink, string>>;

const dark: Tokens = {
  page: '#0E141B',
  surface: '#141C25',
  text: '#E8EDF3',
  secondary: '#A6B3C0',
  accent: '#7DB3FF',
  onAccent: '#0E141B',
  border: '#6F7F90',
  hairline: '#26313D',
  quiet: '#667585',
  stoppedText: '#FF9A95',
  stoppedFill: '#3A1A1C',
  stoppedLine: '#E5484D',
  reducedText: '#FFC46B',
  reducedFill: '#33270F',
  reducedLine: '#F2B04B',
  lastOptionText: '#B7ABFF',
  lastOptionFill: '#262147',
  lastOptionLine: '#B7ABFF',
  unknownText: '#A6B3C0',
  unknownFill: '#202A35',
  unknownLine: '#6F7F90',
  checked: '#63D2C0',
  markedFill: '#E8EDF3',
  markedText: '#0E141B',
  bracketFill: '#18222D',
  hatch: '#33404E',
  track: '#2B3744',
  range: '#8A6A36',
  lost1: '#45301A',
  lost2: '#7A4A1C',
  lost3: '#B8662B',
  lost4: '#E98B52',
  lost5: '#FFC7A3',
};

export const tokens: Readonly<Record<Theme, Tokens>> = { light, dark };

export const FONT_FAMILY =
  "'Inter Variable', Inter, 'Segoe UI', system-ui, 'Helvetica Neue', Arial, sans-serif";

/** Sizes in CSS pixels and weights, as the design sets them. */
export const type = {
  answer: { size: 19.5, weight: 650 },
  title: { size: 18, weight: 650 },
  counter: { size: 23, weight: 650 },
  body: { size: 13, weight: 400 },
  card: { size: 12.5, weight: 600 },
  least: { size: 11.5, weight: 400 },
} as const;

export const space = [4, 8, 12, 20] as const;
export const CARD = { height: 30, pitch: 36.6, radius: 7 } as const;
export const RING = { width: 2.5, gap: 2 } as const;

/** Share lost in five steps: 1–20, 20–40, 40–60, 60–80, over 80 %. Undefined where nothing is lost. */
export function lostInk(lost: number): Ink | undefined {
  if (lost <= 0) return undefined;
  const steps = ['lost1', 'lost2', 'lost3', 'lost4', 'lost5'] as const;
  return steps[Math.min(4, Math.max(0, Math.ceil(lost * 5 - 1e-9) - 1))];
}

/** `--mi-stopped-text: #A1121B` and so on: one variable per ink. */
export function cssVariables(theme: Theme): Record<string, string> {
  const entries = Object.entries(tokens[theme]).map(([ink, value]) => [cssName(ink), value]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function cssName(ink: string): string {
  return `--mi-${ink.replace(/[A-Z]|\d/g, (c) => `-${c.toLowerCase()}`)}`;
}
