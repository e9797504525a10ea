import type { Language } from '../language.ts';

export const privacy: Language['privacy'] = {
  title: 'Ce qui est recueilli',
  before: 'Avant qu’un visiteur n’ouvre le chat : rien. Pas de cookie, rien d’enregistré, aucune connexion.',
  open: 'Dès qu’il l’ouvre : un jeton aléatoire dans le stockage de son navigateur, et sur le relais l’adresse, le titre et la langue de la page avec chaque conversation, ainsi que sa dernière présence ici.',
  written:
    'Ce qu’il écrit, envoie en fichier, remplit, évalue, et ce que votre page dit de lui. Jamais son adresse IP.',
  strict: 'Mode isolé',
  strictHint:
    'Le chat fonctionne dans un cadre du relais, si bien qu’aucun script de votre page ne peut lire ce qui s’y dit. La politique de vos pages change avec lui (Sites).',
  strictOn: 'Faire fonctionner le chat dans son propre cadre',
  files: 'Fichiers',
  filesHint:
    'Après ce délai, les fichiers disparaissent et leurs messages restent. Les envois inachevés disparaissent après 30 minutes.',
  filesDays: 'Conserver les fichiers pendant (jours)',
  filesEmpty: (max) => `De 1 à ${max}. Vide : aussi longtemps que leur conversation.`,
  filesWrong: (max) => `Écrivez un nombre entier de 1 à ${max}, ou rien.`,
  ratings: 'Évaluations',
  anonymous: 'Laisser les visiteurs évaluer sans leur nom',
  anonymousHint: 'La réponse est comptée, et personne dans l’équipe n’apprend de quel chat il s’agissait.',
  unsent: 'Mots pas encore envoyés',
  preview: 'Montrer à qui répond ce que le visiteur est en train d’écrire',
  previewHint:
    'Seulement tant que la conversation est ouverte, à qui la tient ou la regarde ; rien n’en est gardé. Une phrase près de la zone du visiteur le dit, avec un bouton qui y met fin pour ce navigateur.',
  counting: 'Messages automatiques',
  counted: 'Compter les visites dans le navigateur du visiteur',
  countedHint:
    'Désactivé, rien n’est enregistré avant qu’il n’agisse, et les règles sur les visites répétées ne font rien. Activé, un compteur figure dans le stockage de son navigateur ; votre politique de confidentialité devrait le dire.',
  mail: 'Copies par e-mail',
  transcripts: 'Proposer une copie de la conversation par e-mail',
  more: 'Ailleurs',
  consent: 'Texte qu’un visiteur accepte avant d’écrire',
  person: 'Exporter ou effacer un visiteur',
  personHint:
    'Dans la boîte de réception, dans le volet sur la personne : ce que l’équipe a noté, ou tout, avec toutes les conversations et tous les fichiers. Les rapports comptent toujours, sans la personne.',
  services: 'Services reliés',
  servicesHint:
    'Ce qu’apprend un service de traduction, une aide à la rédaction ou un système à vous, et quand. Rien tant que vous n’en reliez aucun.',
  orders: 'Commandes et clients',
  ordersHint:
    'Le serveur de votre boutique retire les commandes d’une personne avec DELETE /api/v1/import/customers/ID.',
};
