import type { MailWords } from './mail-words.ts';

/** German. */
export const de: MailWords = {
  lang: 'de',
  dir: 'ltr',
  you: 'Sie',
  team: 'Unser Team',
  file: 'Datei',
  edited: 'bearbeitet',
  removed: 'Diese Nachricht wurde gelöscht.',
  transcript: {
    subject: (site) => `Ihr Chat mit ${site}`,
    intro: (site) => `Hier ist der Chat mit ${site}, um den Sie gebeten haben.`,
    zone: (zone) => `Die Zeiten gelten für ${zone}.`,
    cut: 'Der Chat ist länger, als eine E-Mail sein sollte; dies ist sein letzter Teil.',
    askedByVisitor: (site) =>
      `Jemand hat im Chat auf ${site} diese Adresse angegeben und um eine Kopie gebeten. Wenn Sie das nicht waren, müssen Sie nichts tun.`,
    askedByTeam: (site) => `Das Team von ${site} hat Ihnen diese Kopie geschickt.`,
  },
  answer: {
    subject: (site) => `Eine Antwort von ${site}`,
    intro: (site) => `Sie haben an ${site} geschrieben. Hier ist die Antwort, die Sie noch nicht gesehen haben:`,
    link: 'Zurück zur Seite des Chats',
    how: 'Um weiterzuschreiben, öffnen Sie die Seite wieder im selben Browser. Was Sie per E-Mail schreiben, erreicht den Chat nicht.',
    why: (site) => `Sie bekommen diese E-Mail, weil diese Adresse im Chat auf ${site} hinterlassen wurde.`,
  },
  rating: {
    subject: (site) => `Wie war Ihr Chat mit ${site}?`,
    intro: (site) => `Sie haben mit ${site} geschrieben. Sagen Sie uns, wie es war? Eine Frage, ein weiterer Klick.`,
    link: 'Den Chat bewerten',
    until: (when) => `Der Link gilt bis ${when} und für eine Antwort.`,
    why: (site) =>
      `Sie bekommen diese E-Mail ein einziges Mal, weil diese Adresse im Chat auf ${site} hinterlassen wurde.`,
  },
  stop: {
    line: 'Keine weiteren E-Mails',
    title: 'Keine weiteren E-Mails',
    intro: (site) => `Möchten Sie an diese Adresse keine E-Mails mehr aus dem Chat von ${site}?`,
    button: 'Ja, keine mehr senden',
    done: 'Erledigt. Aus diesem Chat kommen keine E-Mails mehr.',
  },
  page: {
    question: (site) => `Wie war Ihr Chat mit ${site}?`,
    scores: ['Schlecht', 'Nicht so gut', 'In Ordnung', 'Gut', 'Sehr gut'],
    comment: 'Ein Wort dazu, wenn Sie mögen',
    send: 'Senden',
    chooseOne: 'Bitte wählen Sie zuerst eine der fünf Antworten.',
    thanks: 'Danke. Ihre Antwort ist angekommen.',
    given: 'Dieser Chat wurde schon bewertet. Danke.',
    over: 'Dieser Link gilt nicht mehr.',
    later: 'Das geht im Moment nicht. Bitte versuchen Sie es gleich noch einmal.',
  },
};
