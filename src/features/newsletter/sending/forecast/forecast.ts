import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import type { Morning } from '../../morning.queries.ts'
import type { Frequency } from '../../subscribers/subscription.ts'
import { preparedHours } from '../sending.ts'

/** How many readers there would be in a country, in a language and of a kind. */
export interface ForecastRow {
  country: string
  language: InterfaceLanguage
  frequency: Frequency
  count: number
}

/** To whom something would go, and when in each country, the earliest first. */
export interface Forecast {
  rows: ForecastRow[]
  mornings: Morning[]
}

/** When its readers are to be fixed: a day before the first of them gets it, at once where that is sooner. */
export function prepareAt({ mornings }: Forecast, now: Temporal.Instant): Temporal.Instant {
  const [first] = mornings
  const due = first?.dueAt.subtract({ hours: preparedHours }) ?? now
  return Temporal.Instant.compare(due, now) > 0 ? due : now
}
