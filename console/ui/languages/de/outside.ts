import type { Language } from '../language.ts';

export const outside: Language['outside'] = {
  title: 'Verbundene Dienste',
  hint: 'Das Relay fragt diese Adressen, nie der Browser des Teams oder der Besuchenden. Gefragt wird erst, wenn jemand im Team es möchte, und anfangs ist hier nichts genannt.',
  site: 'Site',
  failed: 'Die verbundenen Dienste ließen sich nicht lesen.',
  again: 'Noch einmal versuchen',
  noSite: 'Es gibt noch keine Site.',
  save: 'Speichern',
  saving: 'Wird gespeichert …',
  saved: 'Gespeichert. Es gilt sofort.',
  notSaved: 'Das ließ sich nicht speichern. Bitte versuchen Sie es noch einmal.',
  notAllowed:
    'Schreiben Sie eine https-Adresse draußen im Netz, ohne Port, Namen und Passwort. Ein Dienst in Ihrem eigenen Netz muss beim Start des Relays in TRUSTED_SERVICES genannt sein.',
  tooMuch: 'Hier ist etwas leer oder zu lang.',

  panels: 'Tafeln zu Kundinnen und Kunden',
  panelsHint: (max) =>
    `Was Ihre eigenen Systeme wissen, etwa Bestellungen oder einen Vertrag, neben dem Gespräch. Bis zu ${max}.`,
  panelsTold:
    'Einem System werden das Gespräch genannt sowie Kundennummer und E-Mail-Adresse, wenn Ihre Site dafür unterschrieben hat. Was jemand nur eingetippt hat, wird nicht genannt.',
  noPanels: 'Es gibt noch keine.',
  panelTitle: 'Titel',
  panelUrl: 'Adresse',
  panelUrlHint:
    'Beantwortet ein POST innerhalb von fünf Sekunden mit JSON. docs/services.md zeigt, was darin stehen darf.',
  panelNamed: (title) => `Tafel ${title}`,
  add: 'Tafel hinzufügen',
  remove: (title) => `${title} entfernen`,
  tryIt: 'Ausprobieren',
  tryNamed: (title) => `${title} ausprobieren`,
  trying: 'Wird gefragt …',
  tried: 'Es kam eine Antwort, und Ihr Team würde dies sehen:',
  triedUnknown:
    'Die Antwort war, dass die Beispielperson unbekannt ist (404). Das ist in Ordnung: Ihr Team liest „Nichts bekannt“.',

  secret: 'Geheimnis für die Unterschrift',
  secretHint:
    'Damit erkennt Ihr System, dass das Relay fragt: Jede Frage trägt Deskbell-Signature, ein HMAC-SHA256 über Zeit und Inhalt.',
  show: 'Geheimnis zeigen',
  hide: 'Verbergen',
  renew: 'Ein neues machen',
  renewAsk:
    'Ein neues Geheimnis machen? Das alte unterschreibt nichts mehr, Ihre Systeme brauchen also sofort das neue.',
  renewYes: 'Neues machen',
  keep: 'Dieses behalten',

  leaves:
    'Damit verlassen Worte Ihrer Besuchenden Ihr Haus und gehen an den Dienst, den Sie nennen. Schreiben Sie das in Ihre Datenschutzhinweise.',
  url: 'Adresse',
  key: 'Schlüssel',
  keyHint: 'Nur wenn der Dienst einen verlangt. Er wird verschlüsselt aufbewahrt, und niemand kann ihn hier lesen.',
  keyKept: 'Ein Schlüssel ist hinterlegt; er bleibt, solange dies leer ist und die Adresse an denselben Ort führt.',
  keyRemove: 'Schlüssel entfernen',
  translator: 'Übersetzung',
  translatorHint:
    'Ein Dienst, der wie LibreTranslate spricht. Ihr Team liest, was Besuchende schreiben, in der eigenen Sprache und kann eine Antwort vor dem Senden übersetzen lassen.',
  translatorUrlHint: 'Ohne /translate am Ende, etwa https://translate.example. Leer: keine Übersetzung.',
  assistant: 'Schreibhilfe',
  assistantHint:
    'Ein Dienst, der wie die Chat Completions von OpenAI spricht, gleich von wem, auch Ihr eigener. Er schlägt eine Antwort vor, formuliert um und fasst ein Gespräch für andere im Team zusammen. Von selbst wird nie etwas gesendet.',
  assistantUrlHint: 'Ohne /chat/completions am Ende, etwa https://ai.example/v1. Leer: keine Schreibhilfe.',
  model: 'Modell',
  modelHint: 'So, wie der Dienst es nennt.',
  triedSaid: 'Die Antwort:',

  unknown: 'Über diese Person ist nichts bekannt.',
  asOf: (at) => `Stand ${at}`,
  askAgain: 'Noch einmal fragen',
  askAgainNamed: (title) => `Noch einmal fragen: ${title}`,
  cut: 'Es gibt mehr, als hier gezeigt wird.',
  notAsked: 'Das ließ sich gerade nicht fragen.',
  tooOften: 'Das war oft. Bitte warten Sie einen Moment und fragen Sie dann noch einmal.',
  newTab: '(öffnet einen neuen Tab)',
  tones: { ok: 'In Ordnung:', warn: 'Bitte beachten:', danger: 'Vorsicht:', info: 'Hinweis:' },
  troubles: {
    unreachable: (name) => `${name} hat nicht geantwortet.`,
    inside: (name) => `${name} wurde nicht gefragt: Die Adresse führt in Ihr eigenes Netz.`,
    slow: (name) => `${name} hat zu lange gebraucht.`,
    too_large: (name) => `${name} hat mehr geantwortet, als sich zeigen lässt.`,
    redirected: (name) => `${name} hat uns an eine andere Adresse verwiesen, zu der wir nicht gehen.`,
    refused: (name) => `${name} lässt uns nicht ein. Schlüssel oder Geheimnis stimmen vielleicht nicht.`,
    failed: (name) => `${name} hat selbst ein Problem.`,
    busy: (name) => `${name} ist beschäftigt. Bitte versuchen Sie es gleich noch einmal.`,
    no_key: (name) => `Der Schlüssel von ${name} lässt sich nicht mehr lesen. Er muss neu eingegeben werden.`,
    not_json: (name) => `${name} hat etwas geantwortet, das wir nicht lesen können.`,
    wrong_form: (name) => `${name} hat in anderer Form geantwortet als vereinbart.`,
  },
  status: (status) => `Status ${status}.`,
  field: (path) => `Sehen Sie sich „${path}“ in der Antwort an.`,
};
