import { isSame } from '../../../../platform/records/record-document.ts'
import type { EventDocument } from '../document/schema.ts'

type When = Pick<EventDocument, 'when' | 'words' | 'startsAt' | 'endsAt' | 'zone'>

/** Whether an event can be put off: one without a date is dated, and a past one is corrected instead. */
export function canMove({ when, state }: Pick<EventDocument, 'when' | 'state'>): boolean {
  return when !== null && state === 'planned'
}

/** An event put off to another date; the former date is kept. */
export function movedTo(document: EventDocument, when: When): EventDocument {
  const isNew = when.when !== document.when || when.startsAt !== document.startsAt
  const previously = { when: document.when, words: document.words, startsAt: document.startsAt }
  const hasMoved = isNew && canMove(document) && !isSame(previously, document.previously)
  return { ...document, ...when, previously: hasMoved ? previously : document.previously }
}
