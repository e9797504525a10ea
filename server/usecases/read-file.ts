import type { StoredFile } from '../store/file-store.ts';
import type { AgentSubject, Context, Done, VisitorSubject } from './context.ts';
import type { FileVault, VaultFile } from './file-vault.ts';
import { answered, refused } from './finish.ts';

/**
 * F5: whoever may read the conversation may read its files: a visitor those of her own, agents all. Unknown, foreign and
 * removed are the same answer.
 */
export async function readFile(
  vault: FileVault,
  context: Context,
  subject: VisitorSubject | AgentSubject,
  { id }: { id: string },
): Promise<Done<{ file: StoredFile; content: VaultFile }>> {
  const file = await context.store.findFile(id);
  if (!file || (subject.kind === 'visitor' && file.visitorId !== subject.visitorId)) return refused('not_found');
  const content = await vault.read(file.vaultName);
  return content ? answered({ file, content }) : refused('not_found');
}
