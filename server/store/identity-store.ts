/** People whom sites have signed for (docs/identity.md). Part of the store (store.ts). */
export interface IdentityStore {
  /** Secrets of a site by number, the oldest first; the secrets themselves are nowhere in the database. */
  listIdentitySecrets(siteId: string): Promise<IdentitySecret[]>;
  addIdentitySecret(input: IdentitySecret & { siteId: string; max: number }): Promise<'added' | 'too_many'>;
  removeIdentitySecret(input: { siteId: string; id: string }): Promise<'removed' | 'not_found'>;
  /** Somebody signed out with this token before it ran out. */
  isIdentityEnded(hash: string): Promise<boolean>;
  /**
   * From now on this browser acts for this person, under a new token: all others of it end. What was begun in it goes along.
   * `both_open`: browser and person have a conversation each; the one named has to end first, nothing was changed.
   */
  claimIdentity(
    input: ClaimIdentity,
  ): Promise<Claimed | { result: 'both_open'; conversationId: string; visitorId: string }>;
  /** Ends all tokens of a browser, and the signed one it came with. */
  endBrowser(input: { browserId: string; spoiled: string; at: number }): Promise<void>;
}

export interface IdentitySecret {
  id: string;
  madeAt: number;
}

export interface ClaimIdentity {
  siteId: string;
  /** A browser that is known; undefined: it has no token. */
  browserId: string | undefined;
  /** For a browser, and a person, that are new. */
  newBrowserId: string;
  newPersonId: string;
  tokenHash: string;
  identity: { subject: string; name: string | null; email: string | null; hash: string; until: number };
  at: number;
}

export interface Claimed {
  result: 'claimed';
  browserId: string;
  /** The person. */
  visitorId: string;
  /** Conversations that went along. */
  moved: string[];
  /** Of the last of them, where there are any. */
  change: number | null;
}
