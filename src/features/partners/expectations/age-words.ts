import type { Reader } from '../../../platform/i18n/reader.ts'
import { daysOpen, isLate } from './ageing.ts'
import { type Expectation, isClosed } from './expectation.ts'

/** How long it has been open, and in words that it is late; for how long it was, once it is closed. */
export function ageWords({ t }: Reader, expectation: Expectation, today: string): string {
  if (isClosed(expectation))
    return t('partners.expectation.wasOpen', {
      count: daysOpen(expectation, expectation.closing?.closedOn ?? today),
    })
  const open = t('partners.expectation.daysOpen', { count: daysOpen(expectation, today) })
  return isLate(expectation, today) ? `${open} · ${t('partners.expectation.late')}` : open
}
