import localFont from 'next/font/local'

/**
 * The font of text: Inter with its weight axis, in the two Latin subsets. Other characters come from the system's
 * fonts.
 */
export const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--font-inter-latin',
  weight: '100 900',
  display: 'swap',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
    },
  ],
})

export const interExtended = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
  variable: '--font-inter-latin-ext',
  weight: '100 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
})

/**
 * The font of formulas, with the characters of the house's own: `formula-font/subset.py` takes them from the whole one.
 * It is not waited for; until it is there, a system font is readable.
 */
export const stix = localFont({
  src: './formula-font/stix-two-math-formulas.woff2',
  variable: '--font-stix',
  weight: '400',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
})

/** The whole font of formulas has 400 KB: it is fetched for a character that the first one lacks, in somebody's own notes. */
export const stixRest = localFont({
  src: '../node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
  variable: '--font-stix-rest',
  weight: '400',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-0130, U+0132-0176, U+0178-0236, U+0250-02BB, U+02BD-02C5, U+02C7-02DB, U+02DD-02F7, U+0305-0306, U+0309-0390, U+03AA-03B0, U+03CA-03D0, U+03D2, U+03D6-03F4, U+03F6-0491, U+1D00-1EF9, U+2000-2001, U+200C-200D, U+2017, U+201A-201B, U+201F, U+2025, U+202F, U+2031, U+2035-2038, U+203B-2043, U+2047-205F, U+2071, U+207F, U+20A3-2101, U+2103-210D, U+210F-2111, U+2114, U+2116-211C, U+211E-212E, U+2130-2146, U+2148-215E, U+2195-21A5, U+21A7-21BA, U+21BC-21D1, U+21D3, U+21D5-21FF, U+2201, U+2204, U+220A, U+220D-220E, U+2210, U+2214, U+2216, U+221B-221C, U+221F-2222, U+2224, U+2226, U+222C-223B, U+223E-2242, U+2244, U+2246-2247, U+2249-224B, U+224D-2253, U+2256-225F, U+2262-2263, U+2266-2269, U+226C-2281, U+2284-2285, U+2288-2294, U+2298, U+229A-22A3, U+22A6-22C4, U+22C6-22CC, U+22CE-22ED, U+22F2-2307, U+230C-239A, U+23AE-23DD, U+23E0-24FF, U+2502-2593, U+25A1-2709, U+2720-27E7, U+27EA-27FF, U+2900-29F4, U+29F6-2B54, U+3012-306E, U+A727-A792, U+E000-E3C8, U+FB00-FB04, U+FFFD, U+1D400-1D433, U+1D482-1D6A3, U+1D6A8-1D6E1, U+1D71C-1D7FF, U+1EEF0-1EEF1',
    },
  ],
})
