import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, rgbOf, tokensOf } from '../../../widget/ui/theme.ts';

/** One colour of the owner's, and everything stays readable (W19). */

const LIGHT = [255, 255, 255] as const;
const DARK = [24, 27, 36] as const;
const color = fc
  .tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);

test('W19 whatever the colour, text in it has 4.5 : 1 on both grounds and on its own quiet ground', () => {
  fc.assert(
    fc.property(color, (brand) => {
      const { accent } = tokensOf({ color: brand });
      const [light = '', dark = ''] = /light-dark\((.*), (.*)\)/.exec(accent ?? '')?.slice(1) ?? [];
      for (const [text, ground] of [
        [light, LIGHT],
        [dark, DARK],
      ] as const) {
        const rgb = rgbOf(text);
        if (!rgb) throw new Error(`${text} is no colour`);
        const quiet = rgb.map((part, at) => Math.round(part * 0.14 + (ground[at] ?? 0) * 0.86)) as [
          number,
          number,
          number,
        ];
        expect(contrast(rgb, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(rgb, quiet)).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});

test('W19 black or white on the colour itself: one of them has 4.5 : 1, and that one is taken', () => {
  fc.assert(
    fc.property(color, (brand) => {
      const rgb = rgbOf(brand);
      const on = rgbOf(tokensOf({ color: brand })['on-own']);
      if (!rgb || !on) throw new Error('no colours');
      expect(contrast(rgb, on)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

/** As base.css mixes it. */
const OVER_SHARE = 0.12;

test('W19 under the pointer no colour falls below 4.5 : 1', () => {
  fc.assert(
    fc.property(color, (brand) => {
      const tokens = tokensOf({ color: brand });
      const [rgb, on, mark] = [brand, tokens['on-own'], tokens.mark].map((one) => rgbOf(one));
      if (!rgb || !on || !mark) throw new Error('no colours');
      const over = rgb.map((part, at) => part * (1 - OVER_SHARE) + (mark[at] ?? 0) * OVER_SHARE);
      expect(contrast(over as [number, number, number], on)).toBeGreaterThanOrEqual(4.5);
    }),
    { examples: [['#777777'], ['#757575'], ['#ff0000'], ['#00ff00'], ['#0000ff'], ['#ffffff'], ['#000000']] },
  );
});

test('W19 a colour that is readable already stays as it is', () => {
  expect(tokensOf({ color: '#1d4ed8' }).accent).toMatch(/^light-dark\(#1d4ed8, /);
  expect(rgbOf('#08f')).toEqual([0, 136, 255]);
});

test('W19 what is no colour, no length and no known font changes nothing', () => {
  for (const options of [{}, { color: 'red; }' }, { color: 5 }, { radius: 'round' }, { radius: -1 }, { font: 'Comic' }])
    expect(Object.values(tokensOf(options)).filter((token) => token !== null)).toEqual([]);
  expect(tokensOf({ radius: '8', font: 'page' })).toMatchObject({ radius: '8px', font: 'var(--page-font)' });
  expect(tokensOf({ radius: 4_000 }).radius).toBe('40px');
});
