import type { LocalizedName, LocalizedText } from '../../platform/i18n/localized-text.ts'
import type { Alias } from './reference-file.ts'

/** What people may change of an organisation. Its key, slug and country cannot change. */
export interface EditableOrganisation {
  name: LocalizedName
  shortName: LocalizedName
  /** Languages whose name was made here and appears in no source. */
  machineNames: string[]
  about: LocalizedText
  kind: string
  codes: Record<string, string>
  parentId: string | null
  population: number | null
  populationYear: number | null
  place: { latitude: number; longitude: number } | null
  validFrom: string | null
  validUntil: string | null
}

/** An organisation as reference files give it. */
export interface NewOrganisation extends EditableOrganisation {
  organisationId: string
  /** The permanent key of the organisation in reference files, such as `FR:commune:74119`. */
  key: string
  slug: string
  country: string
  level: number | null
  aliases: Alias[]
  /** `law`, `dataset` or `press`, for organisations whose dates changed. */
  validityReportedBy: string | null
}

/** The few facts that lists and tie lines show of an organisation. */
export interface OrganisationRef {
  id: string
  slug: string
  country: string
  kind: string
  name: LocalizedName
  shortName: LocalizedName
  codes: Record<string, string>
}

/** The bare name for tie lines and lists: « Gyeonggi » rather than « Province du Gyeonggi ». */
export function shortNames(organisation: Pick<OrganisationRef, 'name' | 'shortName'>): LocalizedName {
  return { ...organisation.name, ...organisation.shortName }
}

/** Whether a group entered the organisation, rather than a reference file. */
export function isOwn({ key }: { key: string }): boolean {
  return key.startsWith('own:')
}

const authorityKinds = new Set([
  'region',
  'departement',
  'metropole',
  'communaute_urbaine',
  'communaute_agglomeration',
  'communaute_communes',
  'ept',
  'commune',
  'arrondissement_municipal',
  'metropole_lyon',
  'collectivite_europeenne_alsace',
  'collectivite_corse',
  'collectivite_unique',
  'ville_paris',
  'collectivite_outre_mer',
  'special_city',
  'metropolitan_city',
  'special_self_governing_city',
  'do',
  'special_self_governing_do',
  'si',
  'gun',
  'autonomous_gu',
  'level_1',
  'level_2',
  'municipality',
  'union_of_municipalities',
])

/** Whether a kind is a local authority, which can be a party; places and bodies cannot. */
export function isAuthorityKind(kind: string): boolean {
  return authorityKinds.has(kind)
}
