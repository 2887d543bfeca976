import type { Change } from '../../../platform/records/difference.ts'
import { revertChanges } from '../../../platform/records/revert.ts'
import type { CooperationDocument } from '../../registry/cooperations/index.ts'
import { cooperationDocument } from '../../registry/cooperations/index.ts'

export interface Withdrawal {
  document: CooperationDocument
  /** Changes left in place because people changed the value since. */
  kept: Change[]
}

/**
 * A tie without what some facts wrote into it, given as the changes of each. What another source says as well stays, and so does
 * what people changed since, unless it is to go anyway.
 */
export function withoutFacts(
  document: CooperationDocument,
  facts: readonly (readonly Change[])[],
  anyway: boolean,
): Withdrawal {
  const own = new Set(facts.flat().flatMap(({ path: [part, id] }) => (part === 'evidence' && id ? [id] : [])))
  const evidenceOf = (changes: readonly Change[]) =>
    document.evidence.filter(({ id }) =>
      changes.some(({ path: [part, at] }) => part === 'evidence' && at === id),
    )
  const isSupported = (changes: readonly Change[]) =>
    evidenceOf(changes).some((each) =>
      document.evidence.some((other) => !own.has(other.id) && saysTheSame(document, each, other)),
    )
  const undone = facts.flatMap((changes) =>
    isSupported(changes) ? changes.filter(({ path: [part] }) => part === 'evidence') : changes,
  )
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

// Evidence of the state does not say for which statement it is: only where there is one is the match certain.
function saysTheSame({ standings }: CooperationDocument, one: Evidence, other: Evidence): boolean {
  if (one.field === 'status' && standings.length > 1) return false
  const isSame = one.subjectId === other.subjectId && one.field === other.field
  return isSame && one.stance === 'supports' && other.stance === 'supports'
}

type Evidence = CooperationDocument['evidence'][number]

/** Whether nothing is known of a tie except its parties. */
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
