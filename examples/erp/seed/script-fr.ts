import type { Script } from './script.ts';

/** Conversations in French, around Brussels and Liège. */
export const french: Script = {
  contact: [
    {
      lines: [
        [
          's',
          'Bonjour {first}, l’entretien annuel de votre {device} est à prévoir. Répondez à ce message pour prendre rendez-vous. Warmtehuis {branch}',
        ],
        ['c', 'Bonjour, un matin de la semaine prochaine si possible.', 'Bonjour, est-ce possible après 16 heures ?'],
        ['a', 'Bonjour {first}, nous pouvons venir le {day} entre {time} et {time2}. Cela vous convient ?'],
        ['c', 'C’est parfait.', 'Plutôt le lendemain, si c’est possible.'],
        [
          'a',
          'C’est noté. {engineer} vous appellera une demi-heure avant. Référence {order}.',
          'Pas de souci, ce sera donc le {day2}.',
        ],
        ['c', 'Merci beaucoup.', 'Très bien, merci.'],
      ],
    },
    {
      lines: [
        ['c', 'Bonjour, notre {device} affiche l’erreur {code} et nous n’avons plus d’eau chaude.'],
        ['a', 'Bonjour {first}, avez-vous déjà essayé de réinitialiser l’appareil ?'],
        ['c', 'Oui, mais l’erreur revient après quelques minutes.'],
        ['a', '{engineer} peut passer aujourd’hui entre {time} et {time2}. Serez-vous présent ?'],
        ['c', 'Oui, je suis à la maison.', 'Oui, merci !'],
        ['c+', 'Tout fonctionne à nouveau, merci pour la rapidité.', 'C’est réparé, la {part} a été remplacée.'],
        ['a', 'Avec plaisir. Le bon de travail {order} est dans votre boîte mail.'],
      ],
    },
  ],
  resource: [
    {
      lines: [
        ['a', 'Salut {first}, peux-tu prendre encore une panne le {day} à {time}, {street} ? {device}, code {code}.'],
        ['c', 'Oui, pas de problème.', 'Ça va être juste, mais oui.'],
        ['a', 'Merci, c’est noté sous {order}.'],
        ['c+', 'Terminé, {part} remplacée et testée.'],
      ],
    },
  ],
  nudges: ['Avez-vous des nouvelles ?', 'Je dois partir dans une heure, merci de me répondre.'],
  stranger: ['Bonjour, installez-vous aussi des pompes à chaleur à Liège ?'],
};
