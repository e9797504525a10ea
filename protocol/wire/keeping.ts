/** How long what was said and bought is kept (J13, G7). Off until an owner sets it. */
export interface KeepingSettings {
  /** A conversation is emptied so many days after it ended; null: kept. */
  conversationDays: number | null;
  /** An order says no more whose it was so many days after it; null: it says so for good. */
  orderDays: number | null;
  /** With her last conversation goes the person, where she has not been here since. */
  people: boolean;
  /** Visitors erase what is kept of them by themselves (J15); absent, as an older release wrote it: they do. */
  visitorsErase?: boolean | undefined;
  /** Numbers of payment cards in what visitors write are kept without their digits but four (J16); absent: as written. */
  masksCards?: boolean | undefined;
}

export const KEEPING_DEFAULT: KeepingSettings = {
  conversationDays: null,
  orderDays: null,
  people: false,
  visitorsErase: true,
  masksCards: false,
};

/** What a rule would do if it held now; nothing is changed. */
export interface KeepingPreview {
  conversations: number;
  orders: number;
  /** Counting ended there: there may be more of either. */
  countedTo: number;
}
