import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { FactCounts } from '../facts/stages.queries.ts'

/**
 * The progress of the review of a text, and how much is left of each: questions, what is unsure, what is sure, what waits for an
 * answer.
 */
export function progressWords({ t }: Reader, counts: FactCounts): string {
  const left = [
    counts.asked > 0 ? t('imports.text.left.asked', { count: counts.asked }) : '',
    counts.unsure > 0 ? t('imports.text.left.unsure', { count: counts.unsure }) : '',
    counts.sure > 0 ? t('imports.text.left.sure', { count: counts.sure }) : '',
    counts.waiting > 0 ? t('imports.text.left.waiting', { count: counts.waiting }) : '',
  ].filter(Boolean)
  const done = t('imports.text.review.progress', { done: counts.decided, all: counts.all })
  return left.length === 0 ? done : t('imports.text.review.left', { done, list: left.join(' · ') })
}
