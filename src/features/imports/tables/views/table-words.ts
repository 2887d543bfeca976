import {
  chooseName,
  type LocalizedName,
  type LocalizedText,
} from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { ReportTold } from '../checking/report-shape.ts'
import type { SaidValue } from '../checking/said-value.ts'

/** Data of the page of an import besides its report, as its reader may see them. */
export interface TableWords {
  /** Sources of the registry's present values, by their ids. */
  sources: ReadonlyMap<string, { slug: string; title: LocalizedText }>
  /** The present value that a table contradicts; null if the reader may not see it. */
  presentOf(told: ReportTold): SaidValue | null
}

/** The names of the organisations of a difference or an addition. */
export function namesOf(reader: Reader, who: readonly LocalizedName[]): string {
  return who.map((name) => chooseName(name, reader.language).text).join(' – ')
}
