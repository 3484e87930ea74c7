import type { BannerTexts } from './banners.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('fr');

/** The notices above the panes of `conversation-view`, in French. */
export const bannersFr: BannerTexts = {
  banners: {
    givenBack: 'Quelqu’un a modifié cette conversation entre-temps\u202f: relisez-la. Votre texte est conservé.',
    lastFailed: 'Cela n’a pas fonctionné.',
    notLoaded:
      'Une partie de cette page n’a pas pu être chargée. Une nouvelle tentative est en cours\u202f; d’ici là, rien n’est envoyé. Si cela persiste, rechargez la page\u202f: ce que vous avez saisi est conservé.',
    offlineSince: (time) => `Hors ligne depuis ${time}.`,
    queued: (count) =>
      plural(count, {
        one: '# message est en attente et sera envoyé dès le retour de la connexion.',
        other: '# messages sont en attente et seront envoyés dès le retour de la connexion.',
      }),
    queuedForSignIn: (count) =>
      plural(count, {
        one: '# message attend une nouvelle connexion de votre part.',
        other: '# messages attendent une nouvelle connexion de votre part.',
      }),
    signIn: 'Votre connexion a expiré.',
    starting: 'Le serveur est injoignable. Une nouvelle tentative se fera automatiquement.',
    storage: {
      'best-effort':
        'Les brouillons et les messages non envoyés sont conservés dans ce navigateur, qui peut les supprimer si la place vient à manquer.',
      none: 'Les brouillons et les messages non envoyés sont perdus à la fermeture de cette page\u202f: ce navigateur ne les enregistre pas.',
    },
    storageBlocked:
      'Un autre onglet avec une version plus ancienne bloque le stockage. Fermez-le, puis rechargez cette page.',
    storageNewer: 'Une version plus récente de cette page a enregistré des données ici. Rechargez cette page.',
    storageQuota: 'Le stockage de ce navigateur est plein.',
    takenBy: (name) => `${name} a été plus rapide et a maintenant cette conversation. Votre texte est conservé.`,
  },
};
