import type { Unit } from '../outline.ts'

/** A person named in a passage. */
export interface PersonMention {
  unit: Unit
  start: number
  end: number
  /** As written, without title. */
  name: string
  /** Named by surname only. */
  isPartial: boolean
  role: string | null
  organisation: string | null
}
