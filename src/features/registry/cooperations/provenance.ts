import { newId } from '../../../platform/context/identifier.ts'
import type { Change } from '../../../platform/records/difference.ts'
import { isPassage } from '../../../platform/records/record-document.ts'
import type { Locator } from '../locators.ts'
import type { CooperationDocument, DisputeEntry, EvidenceEntry } from './document/schema.ts'

/** The words that declare a change: a source of its own, opened on its sentence. */
export interface Declaration {
  sourceId: string
  locator: Locator | null
  /** The organisation or function for which the person spoke. */
  declaredBy: string
  /** ISO day on which it became known. */
  knownOn: string
}

interface Fact {
  subjectKind: string
  subjectId: string
  field: string
}

interface Subject {
  cooperationId: string
  /** Addresses of organisations, by which evidence knows the actors. */
  slugs: ReadonlyMap<string, string>
}

/**
 * A changed cooperation with the sources of its changes: each new or changed fact is supported by the declaration, removed facts lose their
 * evidence, and a value that had a source stays beside the new one instead of being corrected silently.
 */
export function withProvenance(
  before: CooperationDocument,
  after: CooperationDocument,
  changes: Change[],
  subject: Subject,
  declaration: Declaration,
): CooperationDocument {
  const facts = uniqueFacts(changes.flatMap((change) => factOf(change, subject) ?? []))
  const left = new Set(leftSubjects(after, subject.cooperationId))
  const displaced = displacedStart(before, after, subject.cooperationId, declaration)
  // Who says something else than before corrects their own words: these stand beside nothing.
  const own = displaced ? ownWords(before, subject.cooperationId, declaration) : []
  const kept = after.evidence.filter((each) => left.has(each.subjectId) && !own.includes(each))
  const added = facts.filter((fact) => left.has(fact.subjectId)).map((fact) => support(fact, declaration))
  const disputes = after.disputes.filter((each) => left.has(each.subjectId))
  return {
    ...after,
    evidence: [...(displaced ? contradicted(kept, subject.cooperationId, 'since') : kept), ...added],
    disputes: displaced
      ? withValue(disputes, displaced, new Set(own.map(({ sourceId }) => sourceId)))
      : disputes,
  }
}

// A translation, or a state of one, is no news about the tie.
function factOf({ path, language, after, before }: Change, { cooperationId, slugs }: Subject): Fact | null {
  const [part = '', id = ''] = path
  if (language !== null && isPassage(after) && after.state !== 'original') return null
  if (language !== null && after === undefined && isPassage(before) && before.state !== 'original')
    return null
  const own = (field: string): Fact => ({ subjectKind: 'cooperation', subjectId: cooperationId, field })
  switch (part) {
    case 'summary':
    case 'since':
    case 'inheritance':
    case 'parties':
      return own(part)
    case 'standings':
      return own('status')
    case 'themes':
      return own(`themes/${id}`)
    case 'actors':
      return own(`actors/${slugs.get(id) ?? id}`)
    case 'prospects':
      return own(`prospects/${id}`)
    case 'agreements':
      return id === '' ? null : { subjectKind: 'agreement', subjectId: id, field: 'agreement' }
    case 'activities':
      return id === '' ? null : { subjectKind: 'activity', subjectId: id, field: 'activity' }
    case 'notes':
      return id === '' ? null : { subjectKind: 'note', subjectId: id, field: 'note' }
    default:
      return null
  }
}

function uniqueFacts(facts: Fact[]): Fact[] {
  return [...new Map(facts.map((fact) => [`${fact.subjectId} ${fact.field}`, fact])).values()]
}

function leftSubjects(after: CooperationDocument, cooperationId: string): string[] {
  return [cooperationId, ...[...after.agreements, ...after.activities, ...after.notes].map(({ id }) => id)]
}

function support(fact: Fact, { sourceId, locator, declaredBy, knownOn }: Declaration): EvidenceEntry {
  return {
    id: newId(),
    ...fact,
    sourceId,
    locator,
    stance: 'supports',
    label: null,
    extractedBy: declaredBy,
    knownOn,
  }
}

function contradicted(evidence: EvidenceEntry[], subjectId: string, field: string): EvidenceEntry[] {
  return evidence.map((each) =>
    each.subjectId === subjectId && each.field === field ? { ...each, stance: 'contradicts' } : each,
  )
}

// The start is the one date that sources give and members correct: the former value keeps its source.
function displacedStart(
  before: CooperationDocument,
  after: CooperationDocument,
  cooperationId: string,
  declaration: Declaration,
): DisputeEntry | null {
  const [was, is] = [before.since.on, after.since.on]
  const supports = before.evidence.filter(
    (each) => each.subjectId === cooperationId && each.field === 'since' && each.stance === 'supports',
  )
  const source = supports.find(({ extractedBy }) => extractedBy !== declaration.declaredBy) ?? supports[0]
  if (was === null || is === null || was === is || !source) return null
  return {
    id: newId(),
    slug: `since-${declaration.sourceId}`,
    subjectKind: 'cooperation',
    subjectId: cooperationId,
    field: 'since',
    note: {},
    values: [
      {
        id: '0',
        value: was,
        sourceId: source.sourceId,
        locator: source.locator,
        rank: 'deprecated',
        knownOn: source.knownOn,
      },
      {
        id: '1',
        value: is,
        sourceId: declaration.sourceId,
        locator: declaration.locator,
        rank: 'preferred',
        knownOn: declaration.knownOn,
      },
    ],
    knownOn: declaration.knownOn,
  }
}

function ownWords(before: CooperationDocument, cooperationId: string, { declaredBy }: Declaration) {
  return before.evidence.filter(
    (each) => each.subjectId === cooperationId && each.field === 'since' && each.extractedBy === declaredBy,
  )
}

// An existing dispute gets one more value in the place of the own ones; the last one declared is preferred. One value is no dispute.
function withValue(
  disputes: DisputeEntry[],
  found: DisputeEntry,
  own: ReadonlySet<string | null>,
): DisputeEntry[] {
  const known = disputes.find((each) => each.subjectId === found.subjectId && each.field === found.field)
  const newest = found.values.at(-1)
  const earlier = (known ?? { values: found.values.slice(0, -1) }).values
    .filter(({ sourceId }) => !own.has(sourceId))
    .map((value) => ({ ...value, rank: value.rank === 'preferred' ? ('deprecated' as const) : value.rank }))
  if (!newest || earlier.length === 0) return disputes.filter((each) => each !== known)
  const values = [...earlier, newest].map((value, index) => ({ ...value, id: String(index) }))
  return known
    ? disputes.map((each) => (each === known ? { ...known, values } : each))
    : [...disputes, { ...found, values }]
}
