import type { ComposerFileTexts } from './composer-files.en.ts';
import { languageForms } from './forms.ts';

const { plural } = languageForms('de');

/** The texts of files in the composer in German. */
export const composerFilesDe: ComposerFileTexts = {
  language: 'de',
  add: 'Dateien anhängen',
  added: (count) => plural(count, { one: '# Datei hinzugefügt.', other: '# Dateien hinzugefügt.' }),
  altText: 'Beschreibung für alle, die es nicht sehen können',
  describe: 'Beschreiben',
  describeFile: (name) => `${name} beschreiben`,
  asJpeg: (size) => `In JPEG umwandeln (etwa ${size})`,
  camera: 'Foto aufnehmen',
  caption: 'Beschriftung',
  captionOf: (name) => `Beschriftung von ${name}`,
  drop: 'Dateien hier ablegen',
  drawing: 'Das Bild wird verkleinert…',
  drawingFailed: 'Das Bild konnte nicht verkleinert werden.',
  earlier: (name) => `${name} nach vorn`,
  later: (name) => `${name} nach hinten`,
  leftOut: {
    empty: (name) => `Nicht hinzugefügt: ${name} ist leer.`,
    executable: (name) => `Nicht hinzugefügt: ${name} ist ein Programm, und Programme werden nicht gesendet.`,
    'too-many': (name) => `Nicht hinzugefügt: ${name}. Höchstens 10 Dateien gehen zusammen.`,
    unreadable: (name) => `Nicht hinzugefügt: ${name} kann nicht gelesen werden.`,
  },
  list: 'Zu sendende Dateien',
  listen: (name) => `${name} anhören`,
  messages: (count) =>
    plural(count, {
      one: 'Geht als # Nachricht hinaus.',
      other: 'Geht als # Nachrichten hinaus, in dieser Reihenfolge.',
    }),
  none: (channel) => `Per ${channel} können keine Dateien gesendet werden.`,
  notKept: 'Auf diesem Gerät ist kein Platz dafür: Sie ist weg, wenn diese Seite geschlossen wird.',
  obstacles: {
    refused: 'Eine Datei kann über diesen Kanal nicht gesendet werden. Ändern oder entfernen Sie sie.',
    uploading: 'Die Dateien werden noch hochgeladen.',
    paused: 'Das Hochladen einer Datei ist angehalten.',
    failed: 'Eine Datei konnte nicht hochgeladen werden.',
    'caption-too-long': 'Eine Beschriftung ist zu lang für diesen Kanal.',
    'too-many': 'Höchstens 10 Dateien gehen zusammen.',
    nothing: 'Es gibt nichts zu senden.',
  },
  pause: (name) => `Hochladen von ${name} anhalten`,
  progress: (name) => `Hochladen von ${name}`,
  refusals: {
    empty: 'Sie ist leer.',
    executable: 'Programme werden nicht gesendet.',
    'no-files': (channel) => `Per ${channel} können keine Dateien gesendet werden.`,
    'too-large': (size, limit, channel) => `Zu groß für ${channel}: ${size}, höchstens ${limit}.`,
    'too-many': (limit) => plural(limit, { other: 'Höchstens # Dateien gehen zusammen.' }),
    'unsupported-type': (kind, channel) => `${kind} können nicht per ${channel} gesendet werden.`,
  },
  remove: (name) => `${name} entfernen`,
  removed: (name) => `${name} entfernt.`,
  resume: (name) => `Hochladen von ${name} fortsetzen`,
  retry: 'Erneut versuchen',
  smaller: (width, height, size) => `Verkleinern (${width} × ${height}, etwa ${size})`,
  states: {
    done: 'Bereit',
    failed: 'Nicht hochgeladen',
    idle: 'Wartet',
    paused: 'Angehalten',
    running: (percent) => `Wird hochgeladen, ${percent}\u00a0%`,
    waiting: 'Wartet auf die Verbindung',
  },
  textIsCaption: 'Ihr Text geht mit der ersten Datei.',
  textIsFirst: 'Ihr Text geht zuerst, als eigene Nachricht.',
  types: {
    image: 'Solche Bilder',
    video: 'Solche Videos',
    audio: 'Solche Tonaufnahmen',
    document: 'Solche Dateien',
  },
};
