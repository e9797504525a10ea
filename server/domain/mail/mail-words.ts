/** Every word of mails that visitors read, and of the pages that such mails lead to. */
export interface MailWords {
  lang: string;
  dir: 'ltr' | 'rtl';
  you: string;
  team: string;
  /** Where a conversation has no words but a file. */
  file: string;
  /** Behind a message whose words were changed, and in place of one that was taken away (C18). */
  edited: string;
  removed: string;
  transcript: {
    subject(site: string): string;
    intro(site: string): string;
    /** Times are of this zone. */
    zone(zone: string): string;
    cut: string;
    askedByVisitor(site: string): string;
    askedByTeam(site: string): string;
  };
  answer: {
    subject(site: string): string;
    intro(site: string): string;
    link: string;
    how: string;
    why(site: string): string;
  };
  rating: {
    subject(site: string): string;
    intro(site: string): string;
    link: string;
    until(when: string): string;
    why(site: string): string;
  };
  stop: { line: string; title: string; intro(site: string): string; button: string; done: string };
  page: {
    question(site: string): string;
    /** From 1 to 5. */
    scores: [string, string, string, string, string];
    comment: string;
    send: string;
    chooseOne: string;
    thanks: string;
    given: string;
    over: string;
    later: string;
  };
}
