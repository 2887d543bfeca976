import {
  chooseName,
  type LocalizedName,
  type LocalizedText,
} from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { ReportTold } from '../checking/report-shape.ts'
import type { SaidValue } from '../checking/said-value.ts'

/** What the page of an import is told beside its report, as its reader may see it. */
export interface TableWords {
  /** Sources of what stands in the registry, by their ids. */
  sources: ReadonlyMap<string, { slug: string; title: LocalizedText }>
  /** What stands where a table says otherwise; null for what the reader may not see. */
  presentOf(told: ReportTold): SaidValue | null
}

/** Whom a difference or an addition is about. */
export function namesOf(reader: Reader, who: readonly LocalizedName[]): string {
  return who.map((name) => chooseName(name, reader.language).text).join(' – ')
}
