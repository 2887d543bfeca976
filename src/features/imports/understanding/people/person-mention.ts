import type { Unit } from '../outline.ts'

/** A person as a passage names one. */
export interface PersonMention {
  unit: Unit
  start: number
  end: number
  /** As written, without title. */
  name: string
  /** Named by the surname alone. */
  isPartial: boolean
  role: string | null
  organisation: string | null
}
