import type { Context } from '../context/context.ts'
import type { ReportForms } from '../documents/report.ts'
import type { Part } from '../documents/sheet.ts'
import type { LocalizedName } from '../i18n/localized-text.ts'
import type { Reader } from '../i18n/reader.ts'
import type { RecordNetwork } from './record-head.ts'
import type { LinkedPage } from './record-link.ts'

export interface VisitedCountry {
  context: Context
  reader: Reader
  network: RecordNetwork & { name: LocalizedName }
  /** ISO 3166-1 alpha-2. */
  country: string
}

/** What one feature knows of a country that a group visits, for the note of the visit; null for a country of another group. */
export interface VisitPages {
  /** Where it is read on the site. */
  link(visited: VisitedCountry): LinkedPage | null
  /** The pages that follow the note in its files. */
  find(visited: VisitedCountry, baseUrl: string): Promise<ReportForms | null>
}

/** What a feature knows of the authority that a group visits, as a part of the note; null where it has nothing to tell. */
export type VisitPart = (visited: VisitedCountry, organisationId: string) => Promise<Part | null>
