import type { Language } from '../language.ts';

export const refusal: Language['refusal'] = {
  trouble: 'Das Relay antwortet nicht. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  later: 'Zu viele Versuche. Versuchen Sie es in ein paar Minuten erneut.',
  laterIn: (time) => `Zu viele Versuche. Versuchen Sie es in ${time} erneut.`,
  together: 'E-Mail und Passwort gehören nicht zusammen. Prüfen Sie beides und versuchen Sie es erneut.',
  weak: 'Dieses Passwort ist leicht zu erraten. Wählen Sie ein anderes.',
  taken: 'Für diese E-Mail gibt es schon ein Konto.',
  email: 'Das sieht nicht nach einer E-Mail-Adresse aus.',
  password: 'Das Passwort ist zu kurz oder zu lang.',
  name: 'Schreiben Sie einen Namen mit höchstens 80 Zeichen.',
  form: 'In diesem Formular stimmt etwas nicht. Prüfen Sie jedes Feld.',
  current: 'Das jetzige Passwort stimmt nicht.',
  notSent: {
    reassigned: 'Nicht gesendet: Das Gespräch ging an jemand anderen.',
    conversation_closed: 'Nicht gesendet: Das Gespräch war schon beendet.',
    forbidden: 'Nicht gesendet: Das Gespräch gehört nicht Ihnen.',
    other: 'Nicht gesendet. Versuchen Sie es erneut oder kopieren Sie den Text.',
  },
};
