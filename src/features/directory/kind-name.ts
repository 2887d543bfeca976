import type { Reader } from '../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../platform/i18n/translate.ts'

/** What a kind of authority or organisation is called in the reader's language; « organisme » for a code nobody knows. */
export function kindName(reader: Reader, kind: string): string {
  return reader.t(isKind(kind) ? kindKeys[kind] : 'directory.kind.other')
}

/** Whether a text is a code of a kind. */
export function isKind(text: string): text is Kind {
  return Object.hasOwn(kindKeys, text)
}

// Each side keeps its own words: a métropole is no 광역시, and both would be misled by one word for the two.
const kindKeys = {
  region: 'directory.kind.region',
  departement: 'directory.kind.departement',
  metropole: 'directory.kind.metropole',
  communaute_urbaine: 'directory.kind.communaute_urbaine',
  communaute_agglomeration: 'directory.kind.communaute_agglomeration',
  communaute_communes: 'directory.kind.communaute_communes',
  ept: 'directory.kind.ept',
  commune: 'directory.kind.commune',
  arrondissement_municipal: 'directory.kind.arrondissement_municipal',
  metropole_lyon: 'directory.kind.metropole_lyon',
  collectivite_europeenne_alsace: 'directory.kind.collectivite_europeenne_alsace',
  collectivite_corse: 'directory.kind.collectivite_corse',
  collectivite_unique: 'directory.kind.collectivite_unique',
  ville_paris: 'directory.kind.ville_paris',
  collectivite_outre_mer: 'directory.kind.collectivite_outre_mer',
  special_city: 'directory.kind.special_city',
  metropolitan_city: 'directory.kind.metropolitan_city',
  special_self_governing_city: 'directory.kind.special_self_governing_city',
  do: 'directory.kind.do',
  special_self_governing_do: 'directory.kind.special_self_governing_do',
  si: 'directory.kind.si',
  gun: 'directory.kind.gun',
  autonomous_gu: 'directory.kind.autonomous_gu',
  administrative_place: 'directory.kind.administrative_place',
  level_1: 'directory.kind.level_1',
  level_2: 'directory.kind.level_2',
  municipality: 'directory.kind.municipality',
  union_of_municipalities: 'directory.kind.union_of_municipalities',
  national_association: 'directory.kind.national_association',
  embassy: 'directory.kind.embassy',
  ministry: 'directory.kind.ministry',
  chamber_of_commerce: 'directory.kind.chamber_of_commerce',
  cluster: 'directory.kind.cluster',
  agency: 'directory.kind.agency',
  company: 'directory.kind.company',
  university: 'directory.kind.university',
  laboratory: 'directory.kind.laboratory',
  school: 'directory.kind.school',
  museum: 'directory.kind.museum',
  cultural_body: 'directory.kind.cultural_body',
  association: 'directory.kind.association',
  network: 'directory.kind.network',
  institute: 'directory.kind.institute',
} as const satisfies Record<string, PlainMessageKey>

export type Kind = keyof typeof kindKeys
