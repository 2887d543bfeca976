import type { Reader } from '../../platform/i18n/reader.ts'
import type { PlainMessageKey, Translate } from '../../platform/i18n/translate.ts'

/** The name of a kind of authority or organisation in the reader's language; « organisme » for an unknown code. */
export function kindName({ t }: Reader, kind: string): string {
  return kindInWords(t, kind)
}

/** Like `kindName`, where there is a language but no reader. */
export function kindInWords(t: Translate, kind: string): string {
  return t(isKind(kind) ? kindKeys[kind] : 'directory.kind.other')
}

/** The name of a kind with a capital, as a title begins. */
export function kindTitle(reader: Reader, kind: string): string {
  const name = kindName(reader, kind)
  return name.slice(0, 1).toLocaleUpperCase(reader.interfaceLanguage) + name.slice(1)
}

export function isKind(text: string): text is Kind {
  return Object.hasOwn(kindKeys, text)
}

/** The kinds that a country has, upper levels first, then other bodies; the kinds of every country if none is given. */
export function kindsOf(country: string | null): string[] {
  const authorities =
    country === null
      ? { ...french, ...korean, ...elsewhere }
      : country === 'FR'
        ? french
        : country === 'KR'
          ? korean
          : elsewhere
  return Object.keys({ ...authorities, ...places, ...bodies })
}

// Each side keeps its own words: a métropole is not a 광역시, and one word for the two would mislead both.
const french = {
  region: 'directory.kind.region',
  collectivite_corse: 'directory.kind.collectivite_corse',
  collectivite_unique: 'directory.kind.collectivite_unique',
  collectivite_outre_mer: 'directory.kind.collectivite_outre_mer',
  departement: 'directory.kind.departement',
  collectivite_europeenne_alsace: 'directory.kind.collectivite_europeenne_alsace',
  ville_paris: 'directory.kind.ville_paris',
  metropole_lyon: 'directory.kind.metropole_lyon',
  metropole: 'directory.kind.metropole',
  communaute_urbaine: 'directory.kind.communaute_urbaine',
  communaute_agglomeration: 'directory.kind.communaute_agglomeration',
  communaute_communes: 'directory.kind.communaute_communes',
  ept: 'directory.kind.ept',
  commune: 'directory.kind.commune',
  arrondissement_municipal: 'directory.kind.arrondissement_municipal',
} as const satisfies Record<string, PlainMessageKey>

const korean = {
  special_city: 'directory.kind.special_city',
  metropolitan_city: 'directory.kind.metropolitan_city',
  special_self_governing_city: 'directory.kind.special_self_governing_city',
  do: 'directory.kind.do',
  special_self_governing_do: 'directory.kind.special_self_governing_do',
  si: 'directory.kind.si',
  gun: 'directory.kind.gun',
  autonomous_gu: 'directory.kind.autonomous_gu',
} as const satisfies Record<string, PlainMessageKey>

const elsewhere = {
  level_1: 'directory.kind.level_1',
  level_2: 'directory.kind.level_2',
  municipality: 'directory.kind.municipality',
  union_of_municipalities: 'directory.kind.union_of_municipalities',
} as const satisfies Record<string, PlainMessageKey>

const places = { administrative_place: 'directory.kind.administrative_place' } as const

const bodies = {
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

const kindKeys = { ...french, ...korean, ...elsewhere, ...places, ...bodies }

export type Kind = keyof typeof kindKeys
