import type { Language } from '../language.ts';

export const service: Language['service'] = {
  wrapUp: 'Nachbearbeitung',
  wrapUpHint: 'Ihr Platz bleibt frei, damit Sie Ihre Notizen beenden können. Danach kommt das nächste Gespräch.',
  wrapUpDone: 'Fertig',
  wrapUpLeft: (left) => `noch ${left}`,
  inHours: 'Erste Antwort innerhalb der Öffnungszeiten',
  inHoursMore:
    '„Innerhalb der Öffnungszeiten“ zählt nur den Teil einer Wartezeit, der in Ihre Öffnungszeiten fällt, wie sie damals galten.',
  promised: 'Angekündigte Wartezeiten',
  promisedMore:
    'Besuchern in der Warteschlange wurde eine Spanne genannt. Von denen, die dann jemand übernahm: wie oft die Wartezeit in der Spanne lag, kürzer oder länger war. Die Spanne reicht von der mittleren Wartezeit bis zu neun von zehn; etwa vier von zehn darin und eine von zehn länger ist ehrlich.',
  inside: 'darin',
  shorter: 'kürzer',
  longer: 'länger',
  promisedLatest: 'die letzten des Zeitraums',
  promisedOf: (n) => `von ${n} angekündigten Wartezeiten`,
};
