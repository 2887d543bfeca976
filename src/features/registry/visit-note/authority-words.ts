import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'

/** The equivalent of a level in the other country, and the title of the head of such an authority. */
export interface AuthorityWords {
  level: PlainMessageKey
  head: PlainMessageKey
}

/** The words for a kind of authority; null for other organisations and for countries of which too little is known. */
export function authorityWords(kind: string): AuthorityWords | null {
  return byKind.get(kind) ?? null
}

const koreanUpperCity = {
  level: 'registry.note.levelKoreanUpperCity',
  head: 'registry.note.headKoreanUpperCity',
} as const
const koreanProvince = {
  level: 'registry.note.levelKoreanProvince',
  head: 'registry.note.headKoreanProvince',
} as const
const frenchUnion = {
  level: 'registry.note.levelFrenchUnion',
  head: 'registry.note.headFrenchUnion',
} as const

const byKind = new Map<string, AuthorityWords>(
  Object.entries({
    special_city: koreanUpperCity,
    metropolitan_city: koreanUpperCity,
    special_self_governing_city: koreanUpperCity,
    do: koreanProvince,
    special_self_governing_do: koreanProvince,
    si: { level: 'registry.note.levelKoreanCity', head: 'registry.note.headKoreanCity' },
    gun: { level: 'registry.note.levelKoreanCounty', head: 'registry.note.headKoreanCounty' },
    autonomous_gu: { level: 'registry.note.levelKoreanDistrict', head: 'registry.note.headKoreanDistrict' },
    region: { level: 'registry.note.levelFrenchRegion', head: 'registry.note.headFrenchRegion' },
    departement: {
      level: 'registry.note.levelFrenchDepartement',
      head: 'registry.note.headFrenchDepartement',
    },
    metropole: frenchUnion,
    communaute_urbaine: frenchUnion,
    communaute_agglomeration: frenchUnion,
    communaute_communes: frenchUnion,
    commune: { level: 'registry.note.levelFrenchCommune', head: 'registry.note.headFrenchCommune' },
    ville_paris: { level: 'registry.note.levelFrenchParis', head: 'registry.note.headFrenchParis' },
    arrondissement_municipal: {
      level: 'registry.note.levelFrenchDistrict',
      head: 'registry.note.headFrenchDistrict',
    },
  }),
)
