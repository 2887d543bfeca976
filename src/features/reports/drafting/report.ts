import { dayOf } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { EditionSeries } from '../../../platform/editions/editions.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { secretLinks } from '../../../platform/links/secret-links.ts'
import type { Network } from '../../networks/index.ts'
import { readMinistries } from '../ministries/ministry-data.ts'

/** Links by which authorities read and answer for their lines without an account. */
export const lineLinks = secretLinks({ table: 'reports_link', owner: ['line_id'] })

export const seriesOf = (networkId: string): EditionSeries => ({ networkId, kind: 'report' })

/** The job that draws the files of frozen reports. */
export const drawingJob = 'reports.draw'

/** How many files an edition has: the report in each language, its tables and letters in those of the group, facts and manifest. */
export function countFiles({ languages, countries }: Pick<Network, 'languages' | 'countries'>): number {
  const sides = interfaceLanguages.filter((language) => languages.includes(language) && language !== 'en')
  const formed = new Set(readMinistries(countries, '').forms.map(({ country }) => languageOf(country)))
  const reports = 2 * (sides.length + 1)
  return reports + sides.filter((language) => formed.has(language)).length + sides.length + 2
}

/** A report that is prepared, or was published. All days are ISO days. */
export interface Report {
  id: string
  networkId: string
  number: number
  from: string
  to: string
  /** On which its records were read; that of the last look while it is not frozen. */
  day: string
  askedAt: Date | null
  answersUntil: string | null
  /** Of the frozen facts; null while it is gathered. */
  digest: string | null
  frozenAt: Date | null
  /** Why its files could not be drawn. */
  trouble: string | null
  publishAt: Date | null
  editionId: string | null
  /** How many of its files are there. */
  drawn: number
}

export const stances = ['confirmed', 'disputed', 'added'] as const
export type Stance = (typeof stances)[number]

/** What an authority was asked about its own part of a report, and said. */
export interface Line {
  id: string
  organisationId: string
  slug: string
  country: string
  name: LocalizedName
  language: string
  askedAt: Date | null
  /** Null where it was asked by its account, once it was erased, or where nobody could be asked. */
  address: string | null
  /** How many mails it got. */
  mails: number
  /** Whether somebody with an account speaks for it. */
  hasAccount: boolean
  stance: Stance | null
  words: string
  wordsLanguage: string | null
  saidAs: string | null
  saidAt: Date | null
}

/** One side’s signature, by function; the person where they are still known. */
export interface Signature {
  country: string
  role: 'chair' | 'coordinator'
  personId: string | null
  name: string | null
  digest: string
  signedAt: Date
}

/** Whether authorities can answer for their lines: to the end of the last day by the clock, as long as the facts are not frozen. */
export function isOpen(
  { frozenAt, editionId, answersUntil }: Pick<Report, 'frozenAt' | 'editionId' | 'answersUntil'>,
  { clock }: Pick<Context, 'clock'>,
): boolean {
  return frozenAt === null && editionId === null && answersUntil !== null && answersUntil >= dayOf(clock)
}

/** What a form shows that it was filled in for: a step is refused where the report is another one by then. */
export function seenOf(report: Pick<Report, 'id' | 'digest'> | null): string {
  return report === null ? '' : `${report.id} ${report.digest ?? ''}`
}

export type Happened = 'gone' | 'thawed' | 'frozen'

/** What happened to a report that is not what somebody saw. */
export function happenedTo(report: Pick<Report, 'digest'> | null): Happened {
  return report === null ? 'gone' : report.digest === null ? 'thawed' : 'frozen'
}
