import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'

export interface NewPoint {
  title: LocalizedText
  /** The rapporteur, in words. */
  rapporteur: string
  plannedMinutes: number | null
}
