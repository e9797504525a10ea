import type { Engine } from './engine.ts';
import { isOtherToken, useOtherToken } from './queries/visitor-tokens.ts';
import { findVisitor } from './queries/visitors.ts';
import type { Visitor, VisitorQuery } from './store.ts';

/** Wrong ones cost no write. */
export async function findByOtherToken(
  engine: Engine,
  input: VisitorQuery,
): Promise<Visitor | { revoked: string } | undefined> {
  if (await engine.read(isOtherToken, input.tokenHash)) {
    // What no hash is equal to opens nothing.
    const used = await engine.write(useOtherToken, { ...input, spoiled: `spoiled:${input.tokenHash}` });
    if (used) return used;
  }
  // Another tab may just have been the first to use it.
  const found = await engine.read(findVisitor, input);
  return found && toVisitor(found);
}

export function toVisitor({ id, browserId, siteId, tokenAt, subject }: Visitor): Visitor {
  return { id, browserId, siteId, tokenAt, subject };
}
