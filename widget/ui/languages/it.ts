import type { Language } from '../language.ts';

/** Italian. */
export const language: Language<'one'> = {
  panel: {
    lang: 'it',
    dir: 'ltr',

    chat: 'Chat',
    openChat: 'Apri la chat',
    closeChat: 'Chiudi la chat',
    close: 'Chiudi',
    messages: 'Messaggi',
    message: 'Messaggio',
    send: 'Invia',
    endChat: 'Termina la chat',
    writeHint: 'Invio spedisce, Maiusc + Invio va a capo',
    placeholder: 'Scriva un messaggio',
    newMessages: 'Nuovi messaggi',
    earlier: 'Mostra i messaggi precedenti',
    you: 'Lei',
    team: 'Il nostro team',
    today: 'Oggi',
    yesterday: 'Ieri',
    unread: { one: '{count} nuovo messaggio', other: '{count} nuovi messaggi' },
    left: { one: '{count} carattere rimasto', other: '{count} caratteri rimasti' },
    over: { one: '{count} carattere di troppo', other: '{count} caratteri di troppo' },

    greeting: 'Buongiorno. Come possiamo aiutarla?',
    greetingMore: 'Ci scriva qui. Nel frattempo può continuare a leggere la pagina.',
    here: 'C’è qualcuno pronto a rispondere',
    nobody: 'Al momento non c’è nessuno',
    nobodyMore:
      'Ci lasci il suo messaggio. Resta qui, e lo leggerà la prima persona del team che torna. Con il suo indirizzo e-mail possiamo risponderle anche lì.',
    full: 'Al momento molte persone sono in attesa',
    queued: 'È in coda; qualcuno sarà presto da lei',
    requeued: 'Un’altra persona sarà presto da lei',
    active: 'Qui per aiutarla',
    ended: 'Questa chat è terminata',
    rests: 'Ci scriva',
    goesOn: 'Scriva per continuare questa chat',

    leaveMessage: 'Lascia il messaggio',

    pending: 'Invio in corso',
    sent: 'Inviato',
    delivered: 'Consegnato',
    read: 'Letto',
    retry: 'Riprova',
    typing: '{name} sta scrivendo',

    joined: '{name} partecipa alla chat',

    connecting: 'Connessione in corso',
    behind: 'Nuovi messaggi in arrivo',
    offline: 'Al momento non c’è connessione. Ciò che scrive resta qui e sarà inviato quando torna.',

    viewFailed: 'Non è stato possibile caricare questa parte della chat.',

    blocked: 'La chat non è disponibile qui',
  },
  ended: {
    rate: 'Come è andata?',
    scores: ['1 su 5', '2 su 5', '3 su 5', '4 su 5', '5 su 5'],
    scoreWords: ['Molto male', 'Male', 'Così così', 'Bene', 'Molto bene'],
    comment: 'Commento',
    commentMore: 'Che cosa dobbiamo mantenere o migliorare?',
    sendRating: 'Invia la valutazione',
    sendingRating: 'Invio della valutazione',
    skip: 'Salta',
    ratingFailed: 'Non siamo riusciti a inviare la sua valutazione. La scelta resta qui; per favore, riprovi.',
    ratingLate: 'Il tempo per valutare questa chat è scaduto. Grazie comunque.',
    thanks: 'Grazie per la sua valutazione',
    thanksMore: 'Ci aiuta a migliorare.',
    goodbye: 'Grazie per averci scritto',
    goodbyeMore: 'Siamo qui quando avrà di nuovo bisogno di noi.',
    startNew: 'Inizia una nuova chat',
    goOn: 'Continua questa chat',
    blocked: 'La chat non è disponibile qui',
    blockedReload: 'C’è una versione più recente di questa chat. Per favore, ricarichi la pagina.',
    blockedMore: 'Per favore, ci contatti in un altro modo. Ciò che ha scritto è conservato in questo browser.',
  },
  email: {
    email: 'E-mail',
    optional: 'facoltativo',
    emailWrong: 'Non sembra un indirizzo e-mail.',
  },
  failure: {
    failed: 'Non inviato',
    sendAnew: 'Invia in una nuova chat',
    copy: 'Copia il testo',
    remove: 'Rimuovi',

    conversationClosed: 'La chat era terminata prima che arrivasse.',
    notFound: 'Quella chat non esiste più.',
    tooLarge: 'È troppo lungo.',
    refused: 'Il nostro server non lo ha accettato.',
  },
  service: {
    closed: 'Al momento siamo chiusi',
    closedDay: 'Oggi chiuso: {day}',
    offline: 'Al momento la chat non è attiva',
    opens: 'Riapriamo: {when}',
    when: '{day}, {time}',
    closedMore:
      'Ci lasci il suo messaggio. Resta qui, e risponderemo appena torniamo. Con il suo indirizzo e-mail possiamo risponderle anche lì.',
    closedWritten:
      'Il suo messaggio resta qui, e risponderemo appena torniamo. Può continuare a scrivere in qualsiasi momento.',

    next: 'Il prossimo turno è il suo',
    number: 'È al numero {position}',
    soon: 'meno di un minuto',
    within: { one: 'meno di {minutes} minuto', other: 'meno di {minutes} minuti' },
    about: { one: 'circa {low}–{high} minuto', other: 'circa {low}–{high} minuti' },
    hours: { one: 'circa {low}–{high} ora', other: 'circa {low}–{high} ore' },
    waitMore:
      'Non ha tempo di aspettare? Lasci il suo indirizzo e-mail e risponderemo lì. Il suo posto resta riservato.',
    place: '{where}; {wait}',
  },
  queueFull: {
    full: 'Al momento sono così tante le persone in attesa che non possiamo aggiungerla alla coda. Ci lasci il messaggio e risponderemo per e-mail, oppure riprovi tra un po’. Ciò che ha scritto resta qui.',
    leave: 'Lascia il messaggio',
  },
  notice: {
    held: 'Al momento il nostro server non può ricevere messaggi. I suoi restano qui e saranno inviati appena possibile.',
    heldRate: 'Scrive più velocemente di quanto possiamo ricevere. I suoi messaggi restano qui e partiranno tra poco.',
    outboxFull: {
      one: '{max} messaggio è già in attesa di invio. Per favore, invii questo più tardi.',
      other: '{max} messaggi sono già in attesa di invio. Per favore, invii questo più tardi.',
    },
    endFailed: 'Non siamo riusciti a terminare la chat. Per favore, riprovi.',
    contactFailed: 'Non siamo riusciti a salvare il suo indirizzo. Per favore, riprovi.',
  },
  alone: {
    more: 'Il suo messaggio resta qui, e risponderà la prima persona del team che torna. Può continuare a scrivere in qualsiasi momento.',
    leaveEmail: 'Salva e-mail',
  },
  event: {
    wasRequeued: 'Un’altra persona sarà presto da lei. Il suo posto resta riservato.',
    reopened: 'Ha riaperto la chat',
    closedBy: {
      visitor: 'Ha terminato la chat',
      agent: 'Il nostro team ha terminato la chat',
      system: 'La chat è terminata',
    },
    closedFor: {
      idle: 'La chat è terminata perché non abbiamo più avuto sue notizie. Può continuarla qui sotto.',
      hours: 'La chat è terminata perché ora siamo chiusi.',
    },
    kept: 'Ora siamo chiusi. Il suo messaggio è conservato e risponderemo appena torniamo.',
    idleWarning: 'È ancora lì? Senza risposta questa chat terminerà alle {time}.',
    ratedWith: 'Ha valutato questa chat {score} su 5',
    contactLeft: 'Possiamo contattarla all’indirizzo {email}',
  },
  emoji: {
    emoji: 'Emoji',
    search: 'Cerca emoji',
    none: 'Nessun risultato',
  },
  menu: {
    more: 'Altro',
    keep: 'Conserva una copia di questa chat',
    sound: 'Suono per i nuovi messaggi',
  },
  keep: {
    title: 'Conserva una copia di questa chat',
    more: 'La copia viene creata qui, nel suo browser.',
    asText: 'Salva come testo',
    asPage: 'Salva come pagina web',
    back: 'Torna alla chat',
    fileName: 'chat',
    with: 'Chat con {site}',
  },
};
