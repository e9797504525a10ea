import type { Language } from '../language.ts';

export const business: Language['business'] = {
  association:
    'All das ist ein Zusammenhang, keine Ursache: Wer gut betreut wurde und wiederkam, wäre vielleicht ohnehin gekommen. Die Zahlen sagen, wo sich das Hinsehen lohnt.',
  none: '–',
  notReached: 'noch nicht bekannt',
  everybody: 'Alle',
  between: (low, high) => `95 % zwischen ${low} und ${high}`,
  unknown: (count) => `${count} zu jung für eine Aussage`,
  measures: {
    promises: {
      name: 'Gehaltene Ankündigungen',
      means:
        'Von den Wartezeiten, die Besuchern genannt wurden, die, die rechtzeitig mit einer Antwort endeten. Wer vorher ging, zählt nicht.',
    },
    repeat: {
      name: 'Hatten schon gekauft',
      means: 'Von den Personen, die in diesem Zeitraum bestellten, die, die schon davor bestellt hatten.',
    },
    conversion: {
      name: 'Bestellt nach einem Chat',
      means:
        'Von Gesprächen, die vor oder während eines Kaufs begannen, die, deren Person innerhalb von 7 Tagen bestellte.',
    },
    retention: {
      name: 'Erneut bestellt',
      means:
        'Von den Personen, die in diesem Zeitraum bestellten, die, die innerhalb von 90 Tagen erneut bestellten. Wer vor weniger als 90 Tagen bestellte, ist noch nicht bekannt, auch wenn seither wieder bestellt wurde.',
    },
  },
  service: 'Angekündigte Wartezeiten',
  orders: 'Bestellungen und Chats',
  noOrders: 'Aus diesem Zeitraum ist keine Bestellung bekannt.',
  noOrdersHint:
    'Lassen Sie Ihren Server Bestellungen melden oder laden Sie eine Datei: POST /api/v1/import/orders. Wie, steht in docs/business.md. Wiederkauf, Abschluss und Umsatz brauchen sie.',
  orderCount: (orders, people) => `${orders} Bestellungen von ${people} Personen`,
  orderTrust: (checked, claimed, unlinked, fresh) =>
    `${checked} von Ihrem Server gemeldet · ${claimed}, deren Person nur eine Seite nannte · ${unlinked} von niemandem, der hier bekannt ist · ${fresh} Personen kauften zum ersten Mal`,
  pagesOnly:
    'Diese Bestellungen meldeten nur Seiten. Von ihnen ist zu hören, solange der Chat verbunden ist; es fehlen also die von Personen, die nie schrieben oder deren Chat zuvor abgeschlossen war: Lassen Sie Ihren Server Bestellungen melden.',
  checkedOnly: 'Nur Bestellungen, die Ihr Server oder Ihr Team meldete',
  stages: { before: 'vor', during: 'während', after: 'nach', unknown: 'nicht bekannt' },
  stagesOf: 'Gespräche nach dem Stand des Kaufs',
  conversionOf: (stage) => `… die ${stage} einem Kauf begannen`,
  retention: 'Wer innerhalb von 90 Tagen wiederkam',
  byContact: 'Nach dem letzten bewerteten Kontakt um die Bestellung',
  byResponse: 'Nach der ersten Antwort im letzten Kontakt',
  bySegment: 'Nach Art der Kundschaft',
  noSegment: 'Keine Art genannt',
  contacts: {
    rated_good: 'Bewertet mit 4 oder 5',
    rated_bad: 'Bewertet mit 1 bis 3',
    not_rated: 'In Kontakt, nicht bewertet',
    no_contact: 'Nie in Kontakt',
  },
  responses: {
    minute: 'Innerhalb einer Minute beantwortet',
    five_minutes: 'Innerhalb von fünf Minuten',
    later: 'Später',
    never: 'Nie beantwortet',
  },
  retentionNote:
    'Ein Kontakt zählt von 90 Tagen vor der Bestellung bis 14 Tage danach und vor der nächsten. Die dünne Linie ist der Anteil aller.',
  revenue: 'Umsatz',
  revenueMeans: 'Was in diesem Zeitraum bestellt wurde; Währungen stehen getrennt, weil hier niemand ihre Kurse kennt.',
  atRisk: {
    unanswered: 'Gefährdet: letzter Kontakt unbeantwortet',
    rated_bad: 'Gefährdet: letzter Kontakt bewertet mit 1 bis 3',
  },
  atRiskNote:
    'Personen, die im Jahr davor bestellt hatten und seit diesem Kontakt nicht mehr, mit dem, was sie damals bestellten: was verloren gehen kann, nicht was verloren ist.',
  peopleAtRisk: 'Gefährdete Personen',
  ofSome:
    'Bei einem Teil der Gespräche: Personen stehen dort, wo ihr letztes Gespräch um die Bestellung herum steht (bei einer Website: wo sie bestellt haben), Bestellungen bei ihren Personen; wer in keinem Gespräch war, zählt nur im Ganzen. Was das Marketing gekostet hat, ist für einen Teil nicht bekannt. Die Zeit des Teams ist die aller oder die einer einzelnen Person im Team.',
  nobody: 'niemand',
  people: (count) => (count === '1' ? '1 Person' : `${count} Personen`),
  worth: (amount) => `${amount} im Jahr davor`,
  each: (mean, off) => `je ${mean}${off === null ? '' : `, ${off}`}`,
  costs: 'Was es kostet',
  costsMeans:
    'Die Zeit von Agenten mit einem Gespräch, nach dem, was ihre Stunde damals kostete; eine Minute mit drei Gesprächen kostet jedes ein Drittel.',
  noCosts:
    'Sagen Sie, was die Stunde eines Agenten kostet und in welcher Währung; dann steht hier, was ein Gespräch kostet.',
  setCosts: 'Einstellungen: Kosten',
  perConversation: 'Ein Gespräch',
  total: 'Alle Gespräche des Zeitraums',
  retain: 'Jemanden zu behalten, der wiederkam',
  acquire: 'Jemanden neu zu gewinnen',
  ratio: 'Behalten gegen Gewinnen',
  ratioOf: (ratio) => `${ratio} : 1`,
  noMarketing:
    'die Werbekosten dieses Zeitraums sind nicht für den ganzen Zeitraum oder nicht für eine einzelne Site bekannt',
  version: (version) => `Nach Fassung ${version} der Kosten.`,
  team: 'Zeit des Teams',
  teamMeans:
    'Im Dienst: Eine Konsole war verbunden. Verfügbar: davon nicht auf abwesend. Beschäftigt: von der verfügbaren Zeit mit mindestens einem Gespräch.',
  teamRows: 'Das sind Zeiten aus dem Buch des Teams über Kommen und Gehen; hinter ihnen steht kein Gespräch.',
  agent: 'Agent',
  shift: 'Im Dienst',
  available: 'Verfügbar',
  busy: 'Beschäftigt',
  lists: {
    promises: 'Angekündigte Wartezeiten',
    retention: 'Personen, die bestellten, nach ihrer ersten Bestellung im Zeitraum',
    repeat: 'Personen, die bestellten, und ob sie es schon getan hatten',
    conversion: 'Gespräche vor und während eines Kaufs',
    atRisk: 'Letzte Kontakte gefährdeter Personen',
    orders: 'Bestellungen des Zeitraums',
    costs: 'Gespräche des Zeitraums und was jedes kostete',
  },
  saidBy: { server: 'Ihr Server oder Ihr Team', page: 'Nur eine Seite' },
  amount: 'Betrag',
  verdicts: { hit: 'zählt', miss: 'zählt nicht', unknown: 'zu jung für eine Aussage' },
  verdict: 'Zählt',
  group: 'Gruppe',
  when: 'Wann',
  what: 'Was',
  openChat: 'Gespräch',
  order: (id) => `Bestellung ${id}`,

  forecast: {
    leftOut:
      'Wer ein Gespräch haben wird, wie es endet, wie es bewertet wird und wann es kommt, ist vorher nicht bekannt: Filter danach gelten hier nicht.',
    noRows:
      'Hinter einer Vorhersage stehen keine Gespräche. In ihrer Tabelle öffnet „Kamen darin“ die der vergangenen Wochen, aus denen sie gemacht ist.',
    title: 'Nächste Woche',
    unit: 'erwartete Gespräche in jeder Stunde, aus derselben Stunde der letzten acht Wochen',
    staff: 'Benötigte Agenten',
    staffUnit: (share, target) => `am Platz, damit ${share} der Wartezeiten innerhalb von ${target} enden`,
    closed: 'geschlossen',
    corner: 'Tag',
    cell: (day, hour, value, low, high, weeks) =>
      `${day} ${hour}: ${value}, 95 % zwischen ${low} und ${high}, aus ${weeks} Wochen`,
    staffCell: (day, hour, agents, high, planned) =>
      `${day} ${hour}: ${agents} am Platz (${high} für eine volle Stunde), ${planned} einzuplanen`,
    hour: 'Stunde',
    expected: 'Erwartet',
    low: 'Niedrig',
    high: 'Hoch',
    weeks: 'Wochen',
    came: 'Kamen darin',
    agents: 'Agenten',
    agentsHigh: 'Für das obere Ende',
    planned: 'Einzuplanen',
    handling: (mean, n) => `Ein Gespräch dauert im Mittel ${mean} (n = ${n}, die letzten 30 Tage).`,
    noHandling:
      'In den letzten 30 Tagen endeten weniger als 20 Gespräche: zu wenige, um zu sagen, wie viele Agenten nötig sind.',
    by: (chats, busy, away) =>
      `Berechnet nach Erlang C, mit ${chats} Gesprächen zugleich je Agent, höchstens ${busy} der Zeit beschäftigt und ${away} bezahlter Zeit abseits des Platzes.`,
    change: 'Das ändern',
    few: (weeks) =>
      weeks === 0
        ? 'Es gibt noch keine ganze Woche an Vergangenheit. Was hier steht, ist aus Tagen geschätzt.'
        : `Nur ${weeks === 1 ? 'eine Woche' : `${weeks} Wochen`} Vergangenheit: Die Intervalle sind breit, und ein einzelner ungewöhnlicher Tag wiegt schwer.`,
    none: 'Noch ist nichts bekannt: Die Vorhersage braucht vergangene Gespräche.',
    total: (expected, low, high) => `${expected} Gespräche in den nächsten sieben Tagen, etwa ${low} bis ${high}.`,
    zone: (zone) => `Zeiten von ${zone}. Geschlossene Stunden brauchen niemanden und haben keine Zahl.`,
  },
};
