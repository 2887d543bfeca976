import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'

/** One point of an agenda. */
export interface NewPoint {
  title: LocalizedText
  /** Who reports on it, in words. */
  rapporteur: string
  plannedMinutes: number | null
}
