import { isSame, type RecordValue } from '../../../platform/records/record-document.ts'
import type { EventDocument } from '../events/document/schema.ts'
import type { CommitmentOutcome } from './codes.ts'
import type { SmallerForm } from './document/schema.ts'

/** An event after its deadline: firm, in its smaller form as it was announced, or cancelled. */
export function decidedEvent(event: EventDocument, outcome: CommitmentOutcome): EventDocument {
  if (outcome === 'cancelled') return { ...event, state: 'cancelled', firmness: null }
  const firm: EventDocument = { ...event, firmness: 'planned' }
  return outcome === 'go' || event.criticalMass === null
    ? firm
    : inSmallerForm(firm, event.criticalMass.smaller)
}

function inSmallerForm(event: EventDocument, smaller: SmallerForm): EventDocument {
  const { when, words, startsAt } = event
  const isElsewhere = smaller.placeId !== null || Object.keys(smaller.venue).length > 0
  // What happens online is at no place but the one that was announced for it.
  const isPlaced = isElsewhere || smaller.attendance === 'online'
  return {
    ...event,
    kind: smaller.kind ?? event.kind,
    attendance: smaller.attendance ?? event.attendance,
    summary: Object.keys(smaller.words).length > 0 ? smaller.words : event.summary,
    ...(isPlaced ? { placeId: smaller.placeId, venue: smaller.venue } : {}),
    ...(smaller.when === null || (smaller.when === when && smaller.startsAt === startsAt)
      ? {}
      : {
          when: smaller.when,
          words: smaller.dateWords,
          startsAt: smaller.startsAt,
          endsAt: smaller.endsAt,
          zone: smaller.zone,
          previously: { when, words, startsAt },
        }),
  }
}

/** Values of an event by the names of its fields. */
export type EventFields = { readonly [field: string]: RecordValue | undefined }

/** What a decision changed of an event: before and after, field by field. */
export function decidedFields(
  before: EventDocument,
  after: EventDocument,
): { before: EventFields; after: EventFields } {
  const [was, is]: [EventFields, EventFields] = [before, after]
  const changed = Object.keys(before).filter((field) => !isSame(was[field], is[field]))
  const pick = (fields: EventFields) => Object.fromEntries(changed.map((field) => [field, fields[field]]))
  return { before: pick(was), after: pick(is) }
}

/** An event without what a decision changed of it; later edits of members stay. */
export function undecidedEvent(
  event: EventDocument,
  decided: { before: EventFields; after: EventFields },
): EventFields {
  const stored: EventFields = event
  const back = Object.keys(decided.before).filter((field) => isSame(stored[field], decided.after[field]))
  return { ...stored, ...Object.fromEntries(back.map((field) => [field, decided.before[field]])) }
}
