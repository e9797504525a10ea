import { number } from '../../format.ts';
import type { Language } from '../language.ts';

export const keeping: Language['keeping'] = {
  title: 'Wie lange Gespräche und Bestellungen bleiben',
  hint: 'Anfangs ist nichts eingestellt: Alles bleibt. Eine Regel beginnt eine Stunde nach dem Speichern und arbeitet dann einmal am Tag. Berichte bleiben, wie sie sind.',
  conversations: 'Beendete Gespräche leeren nach (Tagen)',
  conversationsHint: (max) =>
    `Von 1 bis ${max}, vom Ende an gezählt. Texte, Dateien, Notizen, Kommentare und Adressen gehen; Zeiten, Bewertungen und Tags bleiben. Leer: Alles bleibt.`,
  people: 'Mit dem letzten Gespräch auch die Person vergessen',
  peopleHint:
    'Profil, Notizen und Tags gehen, und von den Bestellungen der Name, wenn die Person seitdem nicht mehr hier war. Wer gesperrt ist, bleibt.',
  orders: 'Namen von Bestellungen nehmen nach (Tagen)',
  ordersHint: (max) =>
    `Von 1 bis ${max}, von der Bestellung an gezählt. Beträge bleiben, wessen sie waren, geht. Leer: Alles bleibt.`,
  visitorsErase: 'Besuchende dürfen löschen, was über sie gespeichert ist',
  visitorsEraseHint:
    'Im Chat unter „Ihre Daten“, sofort und ohne Sie zu fragen. Wer gesperrt ist, kann es nicht. Ohne dies lesen und laden sie es dort weiterhin herunter und wenden sich an Ihr Team.',
  masksCards: 'Kartennummern in Nachrichten von Besuchenden verbergen',
  masksCardsHint:
    'Alle Ziffern einer Zahlungskarte außer den letzten vier werden ersetzt, bevor eine Nachricht gespeichert wird; niemand liest sie hier, auch in keiner Sicherung. Früher Geschriebenes bleibt, wie es ist.',
  wrong: (max) => `Schreiben Sie eine ganze Zahl von 1 bis ${max} oder nichts.`,
  amount: (found, countedTo) => (found >= countedTo ? `${number(countedTo)} oder mehr` : number(found)),
  outlook: (conversations, orders) => `Im Moment betrifft das: Gespräche ${conversations}, Bestellungen ${orders}.`,
  noWayBack: 'Was gegangen ist, kommt nicht zurück.',
  unknown: 'Wie viele das betrifft, ließ sich gerade nicht zählen.',
};
