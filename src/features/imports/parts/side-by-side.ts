import { newId } from '../../../platform/context/identifier.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import type { CooperationDocument, DisputeEntry } from '../../registry/cooperations/index.ts'
import type { ConflictResolution, Subject, WritingContext } from './part-rules.ts'

type Value = DisputeEntry['values'][number]

interface Point {
  /** What the evidence for the present value is attached to. */
  supported: Subject
  /** The field under which the disagreement is shown. */
  field: string
  present: Value['value']
  read: Value['value']
}

/**
 * Sets two values side by side, each with its source. A value that replaces is preferred, and the former one stays, deprecated;
 * otherwise the present one is preferred.
 */
export function setSideBySide(
  document: CooperationDocument,
  { supported, field, present, read }: Point,
  writingContext: WritingContext,
  resolution: ConflictResolution,
): CooperationDocument {
  const support = document.evidence.find(
    (each) =>
      each.subjectId === supported.subjectId &&
      each.field === supported.field &&
      each.stance === 'supports' &&
      each.sourceId !== writingContext.sourceId,
  )
  const isReplaced = resolution === 'replace'
  const status: Omit<Value, 'id'> = {
    value: present,
    sourceId: support?.sourceId ?? null,
    locator: support?.locator ?? null,
    rank: isReplaced ? 'deprecated' : 'preferred',
    knownOn: support?.knownOn ?? writingContext.today,
  }
  const said: Omit<Value, 'id'> = {
    value: read,
    sourceId: writingContext.sourceId,
    locator: writingContext.locator,
    rank: isReplaced ? 'preferred' : 'normal',
    knownOn: writingContext.today,
  }
  const known = document.disputes.find(
    (each) => each.subjectId === supported.subjectId && each.field === field,
  )
  const evidence = isReplaced
    ? document.evidence.map((each) =>
        each.subjectId === supported.subjectId && each.field === supported.field
          ? { ...each, stance: 'contradicts' as const }
          : each,
      )
    : document.evidence
  if (known) {
    const earlier = known.values.map((value) =>
      isReplaced && value.rank === 'preferred' ? { ...value, rank: 'deprecated' as const } : value,
    )
    const values = [...earlier, { ...said, id: String(earlier.length) }]
    return {
      ...document,
      evidence,
      disputes: document.disputes.map((each) => (each === known ? { ...known, values } : each)),
    }
  }
  const id = newId()
  const dispute: DisputeEntry = {
    id,
    slug: `dispute-${id}`,
    subjectKind: supported.subjectKind,
    subjectId: supported.subjectId,
    field,
    note: {},
    values: [
      { ...status, id: '0' },
      { ...said, id: '1' },
    ],
    knownOn: writingContext.today,
  }
  return { ...document, evidence, disputes: [...document.disputes, dispute] }
}

/** Whether two EDTF dates may mean the same: one lies within the other. */
export function areAlike(one: string, other: string): boolean {
  const [a, b] = [readEdtf(one), readEdtf(other)]
  return (a.from <= b.from && b.to <= a.to) || (b.from <= a.from && a.to <= b.to)
}

/** Whether two EDTF dates have a day in common. */
export function doMeet(one: string, other: string): boolean {
  const [a, b] = [readEdtf(one), readEdtf(other)]
  return a.from <= b.to && b.from <= a.to
}

/** Whether two EDTF dates begin in one year. */
export function areOfOneYear(one: string, other: string): boolean {
  return readEdtf(one).from.slice(0, 4) === readEdtf(other).from.slice(0, 4)
}
