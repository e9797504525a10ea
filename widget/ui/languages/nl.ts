import type { Language } from '../language.ts';

/** Dutch. */
export const language: Language<'one'> = {
  panel: {
    lang: 'nl',
    dir: 'ltr',

    chat: 'Chat',
    openChat: 'Chat openen',
    closeChat: 'Chat sluiten',
    close: 'Sluiten',
    messages: 'Berichten',
    message: 'Bericht',
    send: 'Versturen',
    endChat: 'Chat beëindigen',
    writeHint: 'Enter verstuurt, Shift + Enter begint een nieuwe regel',
    placeholder: 'Schrijf een bericht',
    newMessages: 'Nieuwe berichten',
    earlier: 'Eerdere berichten tonen',
    you: 'U',
    team: 'Ons team',
    today: 'Vandaag',
    yesterday: 'Gisteren',
    unread: { one: '{count} nieuw bericht', other: '{count} nieuwe berichten' },
    left: { one: 'Nog {count} teken', other: 'Nog {count} tekens' },
    over: { one: '{count} teken te veel', other: '{count} tekens te veel' },

    greeting: 'Hallo. Hoe kunnen we u helpen?',
    greetingMore: 'Schrijf ons hier. U kunt intussen verder lezen op de pagina.',
    here: 'Er is iemand om u te helpen',
    nobody: 'Er is nu niemand beschikbaar',
    nobodyMore:
      'Laat uw bericht achter. Het wacht hier, en wie van ons het eerst terug is, leest het. Met uw e-mailadres kunnen we u ook daar antwoorden.',
    full: 'Er wachten nu veel mensen',
    queued: 'U staat in de wachtrij; er is zo iemand voor u',
    requeued: 'Er is zo iemand anders voor u',
    active: 'Helpt u graag',
    ended: 'Deze chat is beëindigd',
    rests: 'Schrijf ons',
    goesOn: 'Schrijf om deze chat voort te zetten',

    leaveMessage: 'Bericht achterlaten',

    pending: 'Wordt verstuurd',
    sent: 'Verstuurd',
    delivered: 'Bezorgd',
    read: 'Gelezen',
    retry: 'Opnieuw proberen',
    typing: '{name} is aan het typen',

    joined: '{name} doet mee aan de chat',

    connecting: 'Verbinding maken',
    behind: 'Er zijn nieuwe berichten onderweg',
    offline: 'Er is nu geen verbinding. Wat u schrijft, wordt hier bewaard en daarna verstuurd.',

    viewFailed: 'Dit deel van de chat kon niet worden geladen.',

    blocked: 'De chat is hier niet beschikbaar',
  },
  ended: {
    rate: 'Hoe hebben we het gedaan?',
    scores: ['1 van 5', '2 van 5', '3 van 5', '4 van 5', '5 van 5'],
    scoreWords: ['Heel slecht', 'Slecht', 'Redelijk', 'Goed', 'Heel goed'],
    comment: 'Opmerking',
    commentMore: 'Wat moeten we zo houden of beter doen?',
    sendRating: 'Beoordeling versturen',
    sendingRating: 'Uw beoordeling wordt verstuurd',
    skip: 'Overslaan',
    ratingFailed:
      'We konden uw beoordeling niet versturen. Uw keuze is hier bewaard; probeer het opnieuw, alstublieft.',
    ratingLate: 'De tijd om deze chat te beoordelen is voorbij. Toch bedankt.',
    thanks: 'Bedankt voor uw beoordeling',
    thanksMore: 'Die helpt ons om het beter te doen.',
    goodbye: 'Bedankt voor uw bericht',
    goodbyeMore: 'We zijn er als u ons weer nodig hebt.',
    startNew: 'Nieuwe chat beginnen',
    goOn: 'Deze chat voortzetten',
    blocked: 'De chat is hier niet beschikbaar',
    blockedReload: 'Er is een nieuwere versie van deze chat. Laad de pagina opnieuw, alstublieft.',
    blockedMore:
      'Neem op een andere manier contact met ons op, alstublieft. Wat u schreef, is in deze browser bewaard.',
  },
  email: {
    email: 'E-mail',
    optional: 'niet verplicht',
    emailWrong: 'Dit lijkt geen e-mailadres.',
  },
  failure: {
    failed: 'Niet verstuurd',
    sendAnew: 'In een nieuwe chat versturen',
    copy: 'Tekst kopiëren',
    remove: 'Verwijderen',

    conversationClosed: 'De chat was al beëindigd voordat dit aankwam.',
    notFound: 'Die chat bestaat niet meer.',
    tooLarge: 'Dit is te lang.',
    refused: 'Onze server heeft dit niet aangenomen.',
  },
  service: {
    closed: 'We zijn nu gesloten',
    closedDay: 'Vandaag gesloten: {day}',
    offline: 'De chat is nu niet bereikbaar',
    opens: 'Weer open: {when}',
    when: '{day}, {time}',
    closedMore:
      'Laat uw bericht achter. Het wacht hier, en we antwoorden zodra we terug zijn. Met uw e-mailadres kunnen we u ook daar antwoorden.',
    closedWritten:
      'Uw bericht wacht hier, en we antwoorden zodra we terug zijn. U kunt op elk moment verder schrijven.',

    next: 'U bent als volgende aan de beurt',
    number: 'U bent nummer {position}',
    soon: 'minder dan een minuut',
    within: { one: 'minder dan {minutes} minuut', other: 'minder dan {minutes} minuten' },
    about: { one: 'ongeveer {low} tot {high} minuut', other: 'ongeveer {low} tot {high} minuten' },
    hours: { one: 'ongeveer {low} tot {high} uur', other: 'ongeveer {low} tot {high} uur' },
    waitMore: 'Geen tijd om te wachten? Laat uw e-mailadres achter en we antwoorden daar. U houdt uw plaats.',
    place: '{where}; {wait}',
  },
  queueFull: {
    full: 'Er wachten nu zo veel mensen dat we u niet in de wachtrij kunnen opnemen. Laat uw bericht bij ons achter en we antwoorden per e-mail, of probeer het straks opnieuw. Wat u schreef, is hier bewaard.',
    leave: 'Bericht bij ons achterlaten',
  },
  notice: {
    held: 'Onze server kan nu geen berichten aannemen. De uwe worden hier bewaard en verstuurd zodra het kan.',
    heldRate: 'U schrijft sneller dan we kunnen aannemen. Uw berichten worden hier bewaard en volgen zo.',
    outboxFull: {
      one: 'Er wacht al {max} bericht op verzending. Verstuur dit later, alstublieft.',
      other: 'Er wachten al {max} berichten op verzending. Verstuur dit later, alstublieft.',
    },
    endFailed: 'We konden de chat niet beëindigen. Probeer het opnieuw, alstublieft.',
    contactFailed: 'We konden uw adres niet opslaan. Probeer het opnieuw, alstublieft.',
  },
  alone: {
    more: 'Uw bericht wacht hier, en wie van ons het eerst terug is, antwoordt. U kunt op elk moment verder schrijven.',
    leaveEmail: 'E-mail opslaan',
  },
  event: {
    wasRequeued: 'Er is zo iemand anders voor u. U houdt uw plaats.',
    reopened: 'U hebt de chat weer geopend',
    closedBy: {
      visitor: 'U hebt de chat beëindigd',
      agent: 'Ons team heeft de chat beëindigd',
      system: 'De chat is beëindigd',
    },
    closedFor: {
      idle: 'De chat is beëindigd omdat we niets meer van u hoorden. U kunt hem hieronder voortzetten.',
      hours: 'De chat is beëindigd omdat we nu gesloten zijn.',
    },
    kept: 'We zijn nu gesloten. Uw bericht is bewaard, en we antwoorden zodra we terug zijn.',
    idleWarning: 'Bent u er nog? Zonder antwoord eindigt deze chat om {time}.',
    ratedWith: 'U hebt deze chat beoordeeld met {score} van 5',
    contactLeft: 'We kunnen u bereiken via {email}',
  },
  emoji: {
    emoji: 'Emoji',
    search: 'Emoji zoeken',
    none: 'Niets gevonden',
  },
  menu: {
    more: 'Meer',
    keep: 'Een kopie van deze chat bewaren',
    sound: 'Geluid bij nieuwe berichten',
  },
  keep: {
    title: 'Een kopie van deze chat bewaren',
    more: 'De kopie wordt hier in uw browser gemaakt.',
    asText: 'Opslaan als tekst',
    asPage: 'Opslaan als webpagina',
    back: 'Terug naar de chat',
    fileName: 'chat',
    with: 'Chat met {site}',
  },
};
