import type { Reader } from '../../../../platform/i18n/reader.ts'
import { seasonOf } from '../digests/season.ts'
import type { Sending } from '../sending.ts'

/** What is sent, in a few words: « Lettre n° 12 », « L’automne 2026 en une lettre ». */
export function sendingTitle({ t }: Reader, { issueNumber, season }: Sending): string {
  if (season === null) return t('newsletter.sending.issue', { number: String(issueNumber ?? '') })
  const { name, years } = seasonOf(season)
  return t(`newsletter.sending.digest.${name}`, { years })
}
