import type { LinePattern } from '../../../../platform/documents/sheet.ts'
import type { Status } from '../../codes.ts'

/** The line of a tie: its pattern is its state, as on the pages. */
export const linePatterns: Record<Status, LinePattern> = {
  active: 'solid',
  slow: 'longDashes',
  in_talks: 'dashes',
  dormant: 'dots',
  reactivating: 'dotsThenSolid',
  suspended: 'barred',
  ended: 'broken',
  prospective: 'openEnd',
}
