// Written by tools/pdf-fonts.mjs from @fontsource/noto-sans 5.3.0, @fontsource/ibm-plex-sans-arabic 5.3.0, @fontsource/noto-sans-hebrew 5.3.0. Do not edit.
// SIL Open Font License 1.1: docs/licenses/OFL-1.1.txt.

/** A part of a font: what it has, and how it is loaded. */
export interface FontSlice {
  readonly name: string;
  /** Characters, as `first-last` in hexadecimal, separated by spaces. */
  readonly has: string;
  /** WOFF in base64; `bold` is `null` where regular serves. */
  readonly load: () => Promise<{ readonly regular: string; readonly bold: string | null }>;
}

/** In order of preference. */
export const fontSlices: readonly FontSlice[] = [
  {
    name: 'latin',
    has: '20-7e a0-ff 131 152-153 2bb-2bc 2c6 2da 2dc 300-301 303-304 308-309 323 329 2002 2009 200b 2013-2014 2018-201a 201c-201e 2022 2026 2032-2033 2039-203a 2044 20ac 2122 2212 feff fffd',
    load: () => import('./latin.ts'),
  },
  {
    name: 'latin-ext',
    has: '20 a0 100-130 132-151 154-24f 2b0-2ba 2bc-2c5 2c7-2cc 2ce-2d7 2dd-301 303-304 308-309 323 329 1e00-1e9f 1ef2-1eff 2020 20a0-20ab 20ad-20c0',
    load: () => import('./latin-ext.ts'),
  },
  {
    name: 'greek',
    has: '20 a0 370-377 37a-37f 384-38a 38c 38e-3a1 3a3-3e1 3f0-3ff',
    load: () => import('./greek.ts'),
  },
  {
    name: 'greek-ext',
    has: '20 a0 1f00-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe',
    load: () => import('./greek-ext.ts'),
  },
  {
    name: 'cyrillic',
    has: '20 a0 301 400-45f 490-491 4b0-4b1 2116',
    load: () => import('./cyrillic.ts'),
  },
  {
    name: 'cyrillic-ext',
    has: '20 a0 460-48f 492-4af 4b2-52f 1c80-1c88 20b4 2de0-2dff a640-a69f fe2e-fe2f',
    load: () => import('./cyrillic-ext.ts'),
  },
  {
    name: 'vietnamese',
    has: '20 a0 102-103 110-111 128-129 168-169 1a0-1a1 1af-1b0 300-301 303-304 308-309 323 329 1ea0-1ef9 20ab',
    load: () => import('./vietnamese.ts'),
  },
  {
    name: 'arabic',
    has: '20 a0 600-604 606-61b 61e-6a1 6a3-6ff 750-77f 8a0 8a2-8ac 8b3 8e4-8fe 2010 fb51 fb53-fb55 fb57-fb59 fb5b-fb5d fb5f-fb61 fb63-fb65 fb67-fb69 fb6b-fb6d fb6f-fb71 fb73-fb75 fb77-fb79 fb7b-fb7d fb7f-fb81 fb83 fb85 fb87 fb89 fb8b fb8d fb8f-fb91 fb93-fb95 fb97-fb99 fb9b-fb9d fb9f fba1 fba5 fba7-fba9 fbab-fbad fbaf fbb1-fbc1 fbd4-fbd6 fbd8 fbda fbdc fbdf fbe1 fbe3 fbe5-fbe9 fbfd-fbff fc03-fc04 fc09-fc0a fc0f-fc10 fc13-fc14 fc31-fc32 fc35-fc36 fc3d-fc3e fc42-fc44 fc4f-fc50 fc59-fc5d fc64-fc65 fc67-fc6b fc6d-fc71 fc73-fc77 fc79-fc7b fc83-fc84 fc8a-fc8b fc8d-fc92 fc94-fc96 fccc fcd9 fcf2-fcf4 fcfb-fcfe fd05-fd08 fd0d-fd10 fd17-fd1a fd21-fd24 fd29-fd2c fd3c-fd3f fdf1-fdf2 fdf4 fdfa-fdfd fe70-fe74 fe76-fefc',
    load: () => import('./arabic.ts'),
  },
  {
    name: 'hebrew',
    has: '20 2d a0 307-308 591-5c7 5d0-5ea 5ef-5f4 200c-2010 20aa 25cc fb1d-fb36 fb38-fb3c fb3e fb40-fb41 fb43-fb44 fb46-fb4f',
    load: () => import('./hebrew.ts'),
  },
];
