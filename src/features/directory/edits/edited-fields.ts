import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { NewOrganisation } from '../commands.ts'

/** What people may change of an organisation. Its key, its address and its country stay. */
export interface EditableOrganisation {
  name: LocalizedName
  shortName: LocalizedName
  /** Languages whose name was made here and is not seen in a source. */
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

export const editableFields = [
  'name',
  'shortName',
  'machineNames',
  'about',
  'kind',
  'codes',
  'parentId',
  'population',
  'populationYear',
  'place',
  'validFrom',
  'validUntil',
] as const satisfies readonly (keyof EditableOrganisation)[]

export interface Edited extends EditableOrganisation {
  level: number | null
  editedFields: readonly string[]
}

/** A row of a reference file with what people changed since: the fields that they edited stand, all others are the file's. */
export function withEdits(row: NewOrganisation, edited: Edited | undefined): NewOrganisation {
  if (!edited) return row
  const kept = editableFields.filter((field) => edited.editedFields.includes(field))
  const fields = Object.fromEntries(kept.map((field) => [field, edited[field]]))
  return { ...row, ...fields, ...(kept.includes('kind') ? { level: edited.level } : {}) }
}
