import { createHash } from 'node:crypto';
import type { ChoosePinned, Pinned } from '../usecases/read-snippets.ts';
import type { PublicFiles } from './public-files.ts';
import { loaderLanguage } from './speak-loader.ts';

/**
 * The loaders under their own hash (widget/build/pinned-loader.ts), and what browsers compare them with: the first language that we
 * speak, or English. Null where nothing is built.
 */
export function pinnedLoaders(files: PublicFiles): ChoosePinned {
  const found = new Map<string, Pinned>();
  for (const [path, { variants }] of files) {
    const plain = variants.find(({ encoding }) => encoding === null);
    const code = /^\/w\/deskbell-([a-z]{2})-[\w-]+\.js$/.exec(path)?.[1];
    if (!plain || !code) continue;
    found.set(code, { path, integrity: `sha384-${createHash('sha384').update(plain.content).digest('base64')}` });
  }
  return (...wishes) => found.get(loaderLanguage(wishes, undefined)) ?? found.get('en') ?? null;
}
