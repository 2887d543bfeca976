import type { Reader } from '../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../platform/i18n/translate.ts'

/** One line that explains a kind of authority to readers of the other side; null for bodies, whose name is clear enough. */
export function kindNote(reader: Reader, kind: string): string | null {
  const key = new Map<string, PlainMessageKey>(Object.entries(noteKeys)).get(kind)
  return key === undefined ? null : reader.t(key)
}

const noteKeys = {
  region: 'directory.note.region',
  collectivite_corse: 'directory.note.collectivite_corse',
  collectivite_unique: 'directory.note.collectivite_unique',
  collectivite_outre_mer: 'directory.note.collectivite_outre_mer',
  departement: 'directory.note.departement',
  collectivite_europeenne_alsace: 'directory.note.collectivite_europeenne_alsace',
  ville_paris: 'directory.note.ville_paris',
  metropole_lyon: 'directory.note.metropole_lyon',
  metropole: 'directory.note.metropole',
  communaute_urbaine: 'directory.note.communaute_urbaine',
  communaute_agglomeration: 'directory.note.communaute_agglomeration',
  communaute_communes: 'directory.note.communaute_communes',
  ept: 'directory.note.ept',
  commune: 'directory.note.commune',
  arrondissement_municipal: 'directory.note.arrondissement_municipal',
  special_city: 'directory.note.special_city',
  metropolitan_city: 'directory.note.metropolitan_city',
  special_self_governing_city: 'directory.note.special_self_governing_city',
  do: 'directory.note.do',
  special_self_governing_do: 'directory.note.special_self_governing_do',
  si: 'directory.note.si',
  gun: 'directory.note.gun',
  autonomous_gu: 'directory.note.autonomous_gu',
  level_1: 'directory.note.level_1',
  level_2: 'directory.note.level_2',
  administrative_place: 'directory.note.administrative_place',
} as const satisfies Record<string, PlainMessageKey>
