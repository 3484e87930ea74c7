import type { BannerTexts } from './banners.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('nl');

/** The notices above the panes of `conversation-view`, in Dutch. */
export const bannersNl: BannerTexts = {
  banners: {
    givenBack: 'Iemand heeft dit gesprek inmiddels gewijzigd: bekijk het opnieuw. Jouw tekst blijft bewaard.',
    lastFailed: 'Dat is niet gelukt.',
    notLoaded:
      'Een deel van deze pagina kon niet worden geladen. Het wordt opnieuw geprobeerd; tot dan wordt niets verzonden. Blijft dit zo, laad de pagina dan opnieuw: wat u hebt getypt, blijft bewaard.',
    offlineSince: (time) => `Offline sinds ${time}.`,
    queued: (count) =>
      plural(count, {
        one: '# bericht wacht en wordt verzonden zodra er weer verbinding is.',
        other: '# berichten wachten en worden verzonden zodra er weer verbinding is.',
      }),
    queuedForSignIn: (count) =>
      plural(count, {
        one: '# bericht wacht op een nieuwe aanmelding.',
        other: '# berichten wachten op een nieuwe aanmelding.',
      }),
    signIn: 'De aanmelding is verlopen.',
    starting: 'De server is niet bereikbaar. Er wordt vanzelf opnieuw geprobeerd.',
    storage: {
      'best-effort':
        'Concepten en niet verzonden berichten worden in deze browser bewaard, maar bij ruimtegebrek mogelijk verwijderd.',
      none: 'Concepten en niet verzonden berichten gaan verloren als deze pagina sluit: deze browser bewaart ze niet.',
    },
    storageBlocked:
      'Een ander tabblad met een oudere versie blokkeert de opslag. Sluit het en laad deze pagina opnieuw.',
    storageNewer: 'Een nieuwere versie van deze pagina heeft hier gegevens bewaard. Laad deze pagina opnieuw.',
    storageQuota: 'De opslag van deze browser is vol.',
    takenBy: (name) => `${name} was sneller en heeft dit gesprek nu. Jouw tekst blijft bewaard.`,
  },
};
