import type { EditableOrganisation, NewOrganisation } from '../organisation.ts'

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

/** A row of a reference file merged with people's changes: edited fields keep their edited value, all others take the file's. */
export function withEdits(row: NewOrganisation, edited: Edited | undefined): NewOrganisation {
  if (!edited) return row
  const kept = editableFields.filter((field) => edited.editedFields.includes(field))
  const fields = Object.fromEntries(kept.map((field) => [field, edited[field]]))
  return { ...row, ...fields, ...(kept.includes('kind') ? { level: edited.level } : {}) }
}
