/** What may stand in place of the thread, by the name of its view. */
export type Side = 'keep' | 'past' | 'own' | 'redirect' | null;
