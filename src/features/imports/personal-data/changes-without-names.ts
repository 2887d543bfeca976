import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { documentWithoutNames } from '../../../platform/personal-data/without-names.ts'

/**
 * Changes of records without a person's name. Each value is marked in the language of its text, as the record itself is: so a change
 * still matches what it wrote, and can be taken back.
 */
export function changesWithoutNames(changes: unknown, subject: DataSubject): unknown {
  if (!Array.isArray(changes)) return documentWithoutNames(changes, subject)
  return changes.map((change: unknown) => {
    if (typeof change !== 'object' || change === null) return documentWithoutNames(change, subject)
    const language = 'language' in change && typeof change.language === 'string' ? change.language : undefined
    return documentWithoutNames(change, subject, language)
  })
}
