import type { Context } from '../context/context.ts'
import type { LocalizedText } from '../i18n/localized-text.ts'
import type { PlainMessageKey } from '../i18n/translate.ts'

/** The period of a report, both ISO days included. */
export interface ReportPeriod {
  from: string
  to: string
}

/** What a feature has to report to both governments beside the ties: a table of counts, with the number of the layout of reports. */
export interface ReportPart {
  /** Feature and part, `questions.answered`. */
  key: string
  title: PlainMessageKey
  /** Its lines as anybody may read them; none where there is nothing to report. */
  gather(
    context: Context,
    networkId: string,
    period: ReportPeriod,
  ): Promise<{ label: LocalizedText; count: number }[]>
}
