import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import type { Morning } from '../../morning.queries.ts'
import type { Frequency } from '../../subscribers/subscription.ts'
import { preparedHours } from '../sending.ts'

/** The number of readers in a country, in a language and of a frequency. */
export interface ForecastRow {
  country: string
  language: InterfaceLanguage
  frequency: Frequency
  count: number
}

/** Who would get a sending, and when in each country, earliest first. */
export interface Forecast {
  rows: ForecastRow[]
  mornings: Morning[]
}

/** When readers are to be fixed: a day before the first of them gets the letter, or now if that is later. */
export function prepareAt({ mornings }: Forecast, now: Temporal.Instant): Temporal.Instant {
  const [first] = mornings
  const due = first?.dueAt.subtract({ hours: preparedHours }) ?? now
  return Temporal.Instant.compare(due, now) > 0 ? due : now
}
