import { number } from '../../format.ts';
import type { Language } from '../language.ts';

export const keeping: Language['keeping'] = {
  title: 'Combien de temps conversations et commandes sont conservées',
  hint: 'Au départ rien n’est réglé : tout est conservé. Une règle commence une heure après son enregistrement, puis agit une fois par jour. Les rapports restent tels quels.',
  conversations: 'Vider les conversations terminées après (jours)',
  conversationsHint: (max) =>
    `De 1 à ${max}, à compter de la fin. Textes, fichiers, notes, commentaires et adresses partent ; heures, évaluations et étiquettes restent. Vide : tout est conservé.`,
  people: 'Avec la dernière conversation, oublier aussi la personne',
  peopleHint:
    'Profil, notes et étiquettes partent, et le nom sur ses commandes, si la personne n’est pas revenue depuis. Qui est bloqué reste.',
  orders: 'Retirer les noms des commandes après (jours)',
  ordersHint: (max) =>
    `De 1 à ${max}, à compter de la commande. Les montants restent ; à qui ils étaient part. Vide : tout est conservé.`,
  visitorsErase: 'Les visiteurs et visiteuses peuvent effacer ce qui est conservé à leur sujet',
  visitorsEraseHint:
    'Dans le chat, sous « Vos données », aussitôt et sans vous consulter. Qui est bloqué ne le peut pas. Sans cela, tout s’y lit et s’y télécharge encore, et la demande va à votre équipe.',
  masksCards: 'Masquer les numéros de carte dans les messages reçus',
  masksCardsHint:
    'Tous les chiffres d’une carte de paiement, sauf les quatre derniers, sont remplacés avant que le message soit conservé : personne ne les lit ici, pas même dans une sauvegarde. Ce qui a été écrit avant reste tel quel.',
  wrong: (max) => `Écrivez un nombre entier de 1 à ${max}, ou rien.`,
  amount: (found, countedTo) => (found >= countedTo ? `${number(countedTo)} ou plus` : number(found)),
  outlook: (conversations, orders) => `À présent, cela touche : conversations ${conversations}, commandes ${orders}.`,
  noWayBack: 'Ce qui est parti ne revient pas.',
  unknown: 'Le nombre touché n’a pas pu être compté pour l’instant.',
};
