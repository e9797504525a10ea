import type { Visit } from '../../../protocol/wire/people.ts';

export type Device = Pick<Visit, 'browser' | 'system' | 'device'>;

export const UNKNOWN_DEVICE: Device = { browser: null, system: null, device: null };

/** Longer ones are no browser's. */
const LENGTH_MAX = 400;

/** The first that fits: those built from others stand before them. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?(?:iOS)?\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\bSamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+)[\d.]* .*Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b|\biPad\b|\biPod\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
];

/** J4: what the browser calls itself, as far as people care: its name and first number, its system, its kind. Nothing else of it is kept. */
export function readDevice(userAgent: string | undefined): Device {
  const text = userAgent?.slice(0, LENGTH_MAX) ?? '';
  const system = SYSTEMS.find(([sign]) => sign.test(text))?.[1] ?? null;
  const browser = browserOf(text);
  return browser === null && system === null ? UNKNOWN_DEVICE : { browser, system, device: kindOf(text) };
}

function browserOf(text: string): string | null {
  for (const [sign, name] of BROWSERS) {
    const version = sign.exec(text)?.[1];
    if (version) return `${name} ${version}`;
  }
  return null;
}

function kindOf(text: string): Device['device'] {
  if (/\biPad\b|\bTablet\b/.test(text) || (/\bAndroid\b/.test(text) && !/\bMobile\b/.test(text))) return 'tablet';
  return /\bMobile\b|\biPhone\b|\biPod\b/.test(text) ? 'phone' : 'desktop';
}
