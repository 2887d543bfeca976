import type { Change } from '../../../../platform/records/difference.ts'
import { revertChanges } from '../../../../platform/records/revert.ts'
import type { CooperationDocument } from '../../../registry/index.ts'
import { cooperationDocument } from '../../../registry/index.ts'

export interface Withdrawal {
  document: CooperationDocument
  /** What people changed since: it stays. */
  kept: Change[]
}

/**
 * A tie without what some facts wrote into it. What another source says as well stays, and so does what people changed since, unless it is
 * to go anyway.
 */
export function withoutFacts(
  document: CooperationDocument,
  changes: readonly Change[],
  anyway: boolean,
): Withdrawal {
  const own = new Set(changes.flatMap(({ path: [part, id] }) => (part === 'evidence' && id ? [id] : [])))
  const others = document.evidence.filter(({ id, stance }) => !own.has(id) && stance === 'supports')
  const undone = changes.filter((change) => !others.some((each) => isAbout(each, change)))
  const { document: reverted, kept } = revertChanges(document, undone, { anyway })
  const left = cooperationDocument.parse(reverted)
  const entries = [...left.agreements, ...left.activities, ...left.notes].map(({ id }) => id)
  const gone = [...document.agreements, ...document.activities, ...document.notes].flatMap(({ id }) =>
    entries.includes(id) ? [] : [id],
  )
  const stays = ({ subjectId }: { subjectId: string }) => !gone.includes(subjectId)
  return {
    document: {
      ...left,
      evidence: left.evidence.filter(stays),
      disputes: left.disputes.filter((each) => stays(each) && each.values.length > 1),
    },
    kept,
  }
}

// Whether a piece of evidence speaks for the very entry or field that a change added.
function isAbout(
  { subjectId, field }: CooperationDocument['evidence'][number],
  { path: [part, id], before }: Change,
): boolean {
  if (before !== undefined) return false
  switch (part) {
    case 'agreements':
    case 'activities':
      return subjectId === id
    case 'themes':
      return field === `themes/${id}`
    default:
      return false
  }
}

/** Whether nothing is known of a tie but who holds it. */
export function isBare(document: CooperationDocument): boolean {
  const { standings, themes, agreements, activities, actors, prospects, notes, evidence, disputes } = document
  const lists = [standings, themes, agreements, activities, actors, prospects, notes, evidence, disputes]
  return (
    lists.every(({ length }) => length === 0) &&
    document.since.on === null &&
    document.inheritance === null &&
    Object.keys(document.summary).length === 0
  )
}
