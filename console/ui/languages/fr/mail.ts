import type { Language } from '../language.ts';

export const mail: Language['mail'] = {
  state: {
    title: 'E-mails sortants',
    off: 'L’envoi d’e-mails est désactivé : rien ne part. Pour l’activer, démarrez le relais avec SMTP_URL et MAIL_FROM. Tout le reste fonctionne sans.',
    on: (from) => `Les e-mails partent de ${from}.`,
    counts: (sent, waiting) =>
      `${sent} ${sent < 2 ? 'e-mail envoyé' : 'e-mails envoyés'} ces dernières 24 heures, ${waiting} en attente.`,
    test: 'M’envoyer un e-mail d’essai',
    tested:
      'L’e-mail d’essai est en route vers votre adresse. S’il est refusé, cela s’affiche ci-dessous en moins d’une minute.',
    failed: 'L’état de l’envoi d’e-mails n’a pas pu être chargé.',
  },
  site: {
    title: 'E-mails aux visiteurs',
    hint: 'Chaque e-mail dit pourquoi il est venu et comment n’en plus recevoir. Le nombre par adresse et par jour est limité.',
    transcripts: 'Les visiteurs peuvent faire envoyer une copie de leur chat à une adresse',
    answers: 'Envoyer une réponse non lue à l’adresse que le visiteur a laissée',
    after: 'Minutes sans l’avoir lue',
    afterHint:
      'L’e-mail ne contient que la réponse. Son lien mène à votre page et n’ouvre rien : le chat y est pour le navigateur du visiteur.',
    rating: 'Demander une évaluation par e-mail une heure après la fin, s’il n’y en a pas eu',
    ratingHint:
      'Une fois par chat, aux visiteurs qui ont laissé une adresse et reçu une réponse. Le lien vaut sept jours et pour une seule réponse.',
  },
  report: {
    title: 'Chiffres par e-mail',
    hint: 'Les chiffres du rapport, chacun avec son nombre de cas, pour les jours entiers précédents.',
    every: 'Fréquence',
    everys: { never: 'Jamais', day: 'Chaque jour', week: 'Chaque semaine' },
    weekday: 'Le',
    weekdays: ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'],
    hour: 'À',
    zone: 'Fuseau horaire',
    zoneFault: 'Ce fuseau horaire n’existe pas. Choisissez-en un dans la liste.',
    site: 'De quel site',
    allSites: 'Tous les sites',
    to: 'À qui',
    nobody: 'Choisissez quelqu’un, sinon rien n’est envoyé.',
    save: 'Enregistrer',
    discard: 'Annuler',
    saved: 'Enregistré.',
  },
  dead: {
    title: 'Non remis',
    none: 'Aucun envoi abandonné.',
    what: {
      test: 'E-mail d’essai',
      transcript: 'Copie d’un chat',
      answer: 'Réponse',
      rating: 'Demande d’évaluation',
      report: 'Chiffres',
      alert: 'Message à l’équipe',
    },
    tries: (count) => (count < 2 ? `${count} essai` : `${count} essais`),
    retry: (address) => `Réessayer : ${address}`,
    retryShort: 'Réessayer',
  },
  copy: {
    open: 'Envoyer une copie par e-mail',
    hint: 'Tout ce que le visiteur peut voir, sans les notes, dans la langue du chat.',
    to: 'Adresse e-mail',
    send: 'Envoyer la copie',
    cancel: 'Annuler',
    close: 'Fermer',
    sent: 'La copie est en route.',
  },
  problems: {
    mail_off: 'L’envoi d’e-mails est désactivé, ou les copies le sont pour ce site.',
    unanswered: 'Une copie peut être envoyée dès que quelqu’un a répondu.',
    rate_limited: 'Tant d’e-mails sont partis à cette adresse aujourd’hui qu’aucun autre n’est envoyé.',
    invalid_payload: 'Cela ne ressemble pas à une adresse e-mail.',
    changed_meanwhile:
      'Quelqu’un d’autre a enregistré ceci entre-temps. Votre saisie est toujours là : enregistrez-la de nouveau, ou abandonnez-la pour voir l’autre.',
    forbidden: 'Vous ne pouvez pas faire cela.',
    other: 'Le relais ne répond pas. Réessayez dans un instant.',
  },
};
