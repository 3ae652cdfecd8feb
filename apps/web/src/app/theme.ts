import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a deep ink blue. */
const ink: MantineColorsTuple = [
  '#eef4f8',
  '#dbe7ef',
  '#b5cfdf',
  '#8cb6cf',
  '#5f97b8',
  '#3f7da2',
  '#2b668b',
  '#1d4a66',
  '#173d55',
  '#102c3e',
];

/** Mantine's greys of the dark scheme, in the tone of our own. */
const dark: MantineColorsTuple = [
  '#e6ebef',
  '#b7c2cc',
  '#a9b6c1',
  '#7c8995',
  '#4b5661',
  '#36404a',
  '#1b2127',
  '#14181d',
  '#10141a',
  '#0b0e12',
];

export const theme = createTheme({
  colors: { ink, dark },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 5 },
  fontFamily: 'var(--fd-font)',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, monospace',
  defaultRadius: 'sm',
  fontSizes: { xs: '0.875rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  headings: { fontFamily: 'var(--fd-font)', fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
  },
});
