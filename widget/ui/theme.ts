/** What the owner's one colour makes of the panel: whatever it is, nothing falls below WCAG AA, light or dark (W19). */
export type Tokens = Readonly<Record<string, string | null>>;

type Rgb = readonly [red: number, green: number, blue: number];

/** The grounds of base.css and launcher.css. */
const GROUNDS: readonly Rgb[] = [
  [255, 255, 255],
  [24, 27, 36],
];
/** Text, on the ground and on a ground with a little of itself in it. */
const TEXT_CONTRAST = 4.5;
const FACE_SHARE = 0.14;
/** Quiet grounds of cards and hovered controls are a little nearer to the text than the ground is. */
const SOFT: readonly Rgb[] = [
  [238, 240, 246],
  [39, 44, 58],
];

export function tokensOf(options: Readonly<Record<string, unknown>>): Tokens {
  const brand = rgbOf(options.color);
  const accents = brand && GROUNDS.map((ground, at) => readable(brand, ground, SOFT[at] ?? ground));
  const accent = accents ? `light-dark(${accents.map(cssOf).join(', ')})` : null;
  return {
    accent,
    ring: accent,
    own: brand && cssOf(brand),
    'on-own': brand && (luminance(brand) > 0.179 ? '#000' : '#fff'),
    // Under the pointer the ground moves away from what stands on it.
    mark: brand && (luminance(brand) > 0.179 ? '#fff' : '#000'),
    radius: px(options.radius, 40),
    font: options.font === 'page' ? 'var(--page-font)' : null,
  };
}

export function rgbOf(color: unknown): Rgb | null {
  const [, digits] = /^#((?:[\da-f]{3}){1,2})$/i.exec(String(color).trim()) ?? [];
  if (!digits) return null;
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

/** The colour, moved towards black or white only as far as it must be. */
function readable(color: Rgb, ground: Rgb, soft: Rgb): Rgb {
  const end: Rgb = luminance(ground) > 0.179 ? [0, 0, 0] : [255, 255, 255];
  for (let share = 0; share < 1; share += 0.04) {
    const moved = mix(end, color, share);
    if ([ground, soft, mix(moved, ground, FACE_SHARE)].every((under) => contrast(moved, under) >= TEXT_CONTRAST))
      return moved;
  }
  return end;
}

export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const part = (at: 0 | 1 | 2) => Math.round(one[at] * share + other[at] * (1 - share));
  return [part(0), part(1), part(2)];
}

function cssOf(color: Rgb): string {
  return `#${color.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function px(value: unknown, most: number): string | null {
  const length = Number.parseFloat(String(value));
  return length >= 0 ? `${Math.min(length, most)}px` : null;
}
