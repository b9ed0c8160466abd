/** Mantine, themed by the tokens that the picture of the graph uses as well. */
import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';
import { type Scheme, variables } from './variables.ts';

const light = variables('light');
const dark = variables('dark');

/** Mantine takes shade 6 in light and shade 4 in dark; the tints between are for hover. */
function tuple(onLight: string, onDark: string): MantineColorsTuple {
  const mix = (colour: string, other: string, share: number) =>
    `color-mix(in srgb, ${colour} ${share}%, ${other})`;
  return [
    mix(onLight, '#fff', 8),
    mix(onLight, '#fff', 18),
    mix(onDark, '#fff', 60),
    mix(onDark, '#fff', 80),
    onDark,
    mix(onDark, onLight, 70),
    onLight,
    mix(onLight, '#000', 88),
    mix(onLight, '#000', 75),
    mix(onLight, '#000', 60),
  ];
}

/** Mantine paints dark dropdowns, borders and hovers from these, light to dark. */
const greys: MantineColorsTuple = [
  dark['--text'],
  `color-mix(in srgb, ${dark['--text']} 50%, ${dark['--text-2']})`,
  dark['--text-2'],
  dark['--border'],
  dark['--line'],
  `color-mix(in srgb, ${dark['--line']} 60%, ${dark['--surface']})`,
  `color-mix(in srgb, ${dark['--line']} 25%, ${dark['--surface']})`,
  dark['--surface'],
  dark['--page'],
  `color-mix(in srgb, ${dark['--page']} 80%, #000)`,
];

/** A dialog's head is no second banner of the page. */
const NO_BANNER = { header: { role: 'presentation' } };

export const theme: MantineThemeOverride = createTheme({
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontSizes: { xs: '11.5px', sm: '13px', md: '13px', lg: '14px', xl: '18px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.5', xl: '1.4' },
  defaultRadius: 7,
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '18px' }, h2: { fontSize: '18px' } } },
  colors: {
    accent: tuple(light['--accent'], dark['--accent']),
    stopped: tuple(light['--stopped-text'], dark['--stopped-text']),
    dark: greys,
  },
  components: {
    Button: { defaultProps: { size: 'compact-md' } },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 120 },
        closeButtonProps: { 'aria-label': 'Close' },
        attributes: NO_BANNER,
      },
    },
    Drawer: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' }, attributes: NO_BANNER },
    },
    // Inside the page's own landmarks, and next to their button in the order of reading.
    Menu: {
      defaultProps: { shadow: 'md', withinPortal: false, withInitialFocusPlaceholder: false },
    },
    Popover: { defaultProps: { shadow: 'md', withinPortal: true } },
    Input: { defaultProps: { size: 'xs' } },
    InputWrapper: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'sm' } },
  },
});

function schemeVariables(scheme: Scheme): Record<string, string> {
  const own = scheme === 'light' ? light : dark;
  return {
    ...own,
    '--mantine-color-body': own['--surface'],
    '--mantine-color-text': own['--text'],
    '--mantine-color-dimmed': own['--text-2'],
    '--mantine-color-placeholder': own['--text-2'],
    '--mantine-color-default': own['--surface'],
    '--mantine-color-default-hover': own['--page'],
    '--mantine-color-default-color': own['--text'],
    '--mantine-color-default-border': own['--border'],
    '--mantine-color-error': own['--stopped-text'],
    '--mantine-color-anchor': own['--accent'],
  };
}

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: schemeVariables('light'),
  dark: schemeVariables('dark'),
});
