import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'

export const holidayKinds = ['statutory', 'substitute', 'decree', 'election', 'regional', 'added'] as const
export type HolidayKind = (typeof holidayKinds)[number]

/** Where a day is known from: a law with its article, a decision with its date. */
export interface DaySource {
  title: string
  url: string | null
}

/** One day of a country that is not like the others, as it was known on some day. */
export interface Holiday {
  country: string
  /** ISO day, in the country. */
  date: string
  name: LocalizedName
  kind: HolidayKind
  /** Administrative codes of the places that observe it; null for the whole country. */
  regions: readonly string[] | null
  /** Whether public offices are closed: those of France are not for an election. */
  isDayOff: boolean
  /** Since when one could know; null where that is not known. */
  knownOn: string | null
  source: DaySource
  /** Computed by the rules in force for a day beyond the last one that was checked. */
  isProjected: boolean
  /** Checked by hand against its source. */
  isChecked: boolean
}

/** The period for which holidays are known, both days included. */
export const knownPeriod = { from: '2015-01-01', to: '2030-12-31' } as const

/** The last day whose holidays were checked against what was decided; later ones follow from the rules in force. */
export const checkedUntil = '2026-11-26'

/** Whether holidays are known for the whole of a period. */
export function isKnownPeriod(from: string, to: string): boolean {
  return from >= knownPeriod.from && to <= knownPeriod.to
}
