import { existsSync, renameSync, rmSync } from 'node:fs';

/**
 * Removes a folder that somebody may still write in: what a killed relay had begun beside itself ends a moment later, and until then may
 * open its files anew between the last of them and the folder. Under another name nobody finds it any more.
 */
export function removeFolder(folder: string): void {
  if (!existsSync(folder)) return;
  const gone = `${folder}-gone`;
  renameSync(folder, gone);
  rmSync(gone, { recursive: true, force: true });
}
