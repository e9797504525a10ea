import type { Language } from '../language.ts';

/** German. */
export const language: Language<'one'> = {
  panel: {
    lang: 'de',
    dir: 'ltr',

    chat: 'Chat',
    openChat: 'Chat öffnen',
    closeChat: 'Chat schließen',
    close: 'Schließen',
    messages: 'Nachrichten',
    message: 'Nachricht',
    send: 'Senden',
    endChat: 'Chat beenden',
    writeHint: 'Enter sendet, Umschalt + Enter beginnt eine neue Zeile',
    placeholder: 'Nachricht schreiben',
    newMessages: 'Neue Nachrichten',
    earlier: 'Frühere Nachrichten zeigen',
    you: 'Sie',
    team: 'Unser Team',
    today: 'Heute',
    yesterday: 'Gestern',
    unread: { one: '{count} neue Nachricht', other: '{count} neue Nachrichten' },
    left: { one: 'Noch {count} Zeichen', other: 'Noch {count} Zeichen' },
    over: { one: '{count} Zeichen zu viel', other: '{count} Zeichen zu viel' },

    greeting: 'Hallo. Wie können wir helfen?',
    greetingMore: 'Schreiben Sie uns hier. Sie können auf der Seite inzwischen weiterlesen.',
    here: 'Es ist jemand für Sie da',
    nobody: 'Im Moment ist niemand erreichbar',
    nobodyMore:
      'Hinterlassen Sie uns Ihre Nachricht. Sie wartet hier, und wer von uns zuerst zurück ist, liest sie. Mit Ihrer E-Mail-Adresse können wir Ihnen auch dort antworten.',
    full: 'Im Moment warten viele',
    queued: 'Sie sind in der Warteschlange; gleich ist jemand für Sie da',
    requeued: 'Gleich ist jemand anderes für Sie da',
    active: 'Für Sie da',
    ended: 'Dieser Chat ist beendet',
    rests: 'Schreiben Sie uns',
    goesOn: 'Schreiben Sie, um diesen Chat fortzusetzen',

    leaveMessage: 'Nachricht hinterlassen',

    pending: 'Wird gesendet',
    sent: 'Gesendet',
    delivered: 'Zugestellt',
    read: 'Gelesen',
    retry: 'Erneut versuchen',
    typing: '{name} schreibt',

    joined: '{name} ist jetzt dabei',

    connecting: 'Verbindung wird aufgebaut',
    behind: 'Neue Nachrichten sind unterwegs',
    offline: 'Im Moment gibt es keine Verbindung. Was Sie schreiben, bleibt hier und wird danach gesendet.',

    viewFailed: 'Dieser Teil des Chats konnte nicht geladen werden.',

    blocked: 'Der Chat ist hier nicht verfügbar',
  },
  ended: {
    rate: 'Wie waren wir?',
    scores: ['1 von 5', '2 von 5', '3 von 5', '4 von 5', '5 von 5'],
    scoreWords: ['Sehr schlecht', 'Schlecht', 'In Ordnung', 'Gut', 'Sehr gut'],
    comment: 'Kommentar',
    commentMore: 'Was sollen wir beibehalten oder besser machen?',
    sendRating: 'Bewertung senden',
    sendingRating: 'Ihre Bewertung wird gesendet',
    skip: 'Überspringen',
    ratingFailed: 'Wir konnten Ihre Bewertung nicht senden. Ihre Wahl bleibt hier; bitte versuchen Sie es noch einmal.',
    ratingLate: 'Die Zeit für eine Bewertung dieses Chats ist vorbei. Trotzdem vielen Dank.',
    thanks: 'Danke für Ihre Bewertung',
    thanksMore: 'Sie hilft uns, besser zu werden.',
    goodbye: 'Danke, dass Sie uns geschrieben haben',
    goodbyeMore: 'Wir sind da, wenn Sie uns wieder brauchen.',
    startNew: 'Neuen Chat beginnen',
    goOn: 'Diesen Chat fortsetzen',
    blocked: 'Der Chat ist hier nicht verfügbar',
    blockedReload: 'Es gibt eine neuere Version dieses Chats. Bitte laden Sie die Seite neu.',
    blockedMore:
      'Bitte erreichen Sie uns auf einem anderen Weg. Was Sie geschrieben haben, bleibt in diesem Browser erhalten.',
  },
  email: {
    email: 'E-Mail',
    optional: 'freiwillig',
    emailWrong: 'Das sieht nicht wie eine E-Mail-Adresse aus.',
  },
  failure: {
    failed: 'Nicht gesendet',
    sendAnew: 'In neuem Chat senden',
    copy: 'Text kopieren',
    remove: 'Entfernen',

    conversationClosed: 'Der Chat war beendet, bevor dies ankam.',
    notFound: 'Diesen Chat gibt es nicht mehr.',
    tooLarge: 'Das ist zu lang.',
    refused: 'Unser Server hat dies nicht angenommen.',
  },
  service: {
    closed: 'Wir haben gerade geschlossen',
    closedDay: 'Heute geschlossen: {day}',
    offline: 'Der Chat ist gerade nicht besetzt',
    opens: 'Wieder geöffnet: {when}',
    when: '{day}, {time}',
    closedMore:
      'Hinterlassen Sie uns Ihre Nachricht. Sie wartet hier, und wir antworten, sobald wir zurück sind. Mit Ihrer E-Mail-Adresse können wir Ihnen auch dort antworten.',
    closedWritten:
      'Ihre Nachricht wartet hier, und wir antworten, sobald wir zurück sind. Sie können jederzeit weiterschreiben.',

    next: 'Sie sind als Nächstes dran',
    number: 'Sie haben Platz {position}',
    soon: 'weniger als eine Minute',
    within: { one: 'weniger als {minutes} Minute', other: 'weniger als {minutes} Minuten' },
    about: { one: 'etwa {low} bis {high} Minute', other: 'etwa {low} bis {high} Minuten' },
    hours: { one: 'etwa {low} bis {high} Stunde', other: 'etwa {low} bis {high} Stunden' },
    waitMore:
      'Keine Zeit zu warten? Hinterlassen Sie Ihre E-Mail-Adresse, und wir antworten dort. Sie behalten Ihren Platz.',
    place: '{where}; {wait}',
  },
  queueFull: {
    full: 'Im Moment warten so viele, dass wir Sie nicht in die Warteschlange aufnehmen können. Lassen Sie uns Ihre Nachricht da, und wir antworten per E-Mail, oder versuchen Sie es später noch einmal. Was Sie geschrieben haben, bleibt hier.',
    leave: 'Nachricht dalassen',
  },
  notice: {
    held: 'Unser Server kann gerade keine Nachrichten annehmen. Ihre bleiben hier und werden gesendet, sobald es geht.',
    heldRate: 'Sie schreiben schneller, als wir annehmen können. Ihre Nachrichten bleiben hier und folgen gleich.',
    outboxFull: {
      one: '{max} Nachricht wartet schon darauf, gesendet zu werden. Bitte senden Sie diese später.',
      other: '{max} Nachrichten warten schon darauf, gesendet zu werden. Bitte senden Sie diese später.',
    },
    endFailed: 'Wir konnten den Chat nicht beenden. Bitte versuchen Sie es noch einmal.',
    contactFailed: 'Wir konnten Ihre Adresse nicht speichern. Bitte versuchen Sie es noch einmal.',
  },
  alone: {
    more: 'Ihre Nachricht wartet hier, und wer von uns zuerst zurück ist, antwortet. Sie können jederzeit weiterschreiben.',
    leaveEmail: 'E-Mail speichern',
  },
  event: {
    wasRequeued: 'Gleich ist jemand anderes für Sie da. Sie behalten Ihren Platz.',
    reopened: 'Sie haben den Chat wieder geöffnet',
    closedBy: {
      visitor: 'Sie haben den Chat beendet',
      agent: 'Unser Team hat den Chat beendet',
      system: 'Der Chat ist beendet',
    },
    closedFor: {
      idle: 'Der Chat ist beendet, weil wir nichts mehr von Ihnen gehört haben. Sie können ihn unten fortsetzen.',
      hours: 'Der Chat ist beendet, weil wir jetzt geschlossen haben.',
    },
    kept: 'Wir haben jetzt geschlossen. Ihre Nachricht ist aufgehoben, und wir antworten, sobald wir zurück sind.',
    idleWarning: 'Sind Sie noch da? Ohne Antwort endet dieser Chat um {time}.',
    ratedWith: 'Sie haben diesen Chat mit {score} von 5 bewertet',
    contactLeft: 'Wir erreichen Sie unter {email}',
  },
  emoji: {
    emoji: 'Emoji',
    search: 'Emoji suchen',
    none: 'Nichts gefunden',
  },
  menu: {
    more: 'Mehr',
    keep: 'Diesen Chat als Kopie behalten',
    sound: 'Ton bei neuen Nachrichten',
  },
  keep: {
    title: 'Diesen Chat als Kopie behalten',
    more: 'Die Kopie entsteht hier in Ihrem Browser.',
    asText: 'Als Text speichern',
    asPage: 'Als Webseite speichern',
    back: 'Zurück zum Chat',
    fileName: 'chat',
    with: 'Chat mit {site}',
  },
};
