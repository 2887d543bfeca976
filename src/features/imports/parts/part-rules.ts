import type { CooperationDocument, EvidenceEntry } from '../../registry/cooperations/index.ts'
import type { Locator } from '../../registry/index.ts'

/** The subject of a piece of evidence. */
export type Subject = Pick<EvidenceEntry, 'subjectKind' | 'subjectId' | 'field'>

/** How a fact of a text compares with the tie as known. */
export interface Finding {
  /** adds: the tie says nothing of it yet · confirms: it says the same · contradicts: it says something else. */
  outcome: 'adds' | 'confirms' | 'contradicts'
  /** The entry of the document that it concerns; null for one to be added, and for parts that are not lists. */
  entryId: string | null
}

/** How a contradiction is settled: the fact replaces the present value, or both are kept side by side. */
export const conflictResolutions = ['replace', 'beside'] as const
export type ConflictResolution = (typeof conflictResolutions)[number]

/** What a fact of a text rests on, and where it is written. */
export interface WritingContext {
  cooperationId: string
  /** ISO day of the network; what is written becomes known on it. */
  today: string
  /** ISO day of the text's statements. */
  spokenOn: string
  /** Language of the text: its titles are originals in it. */
  language: string
  sourceId: string
  locator: Locator | null
  /** Slugs of organisations, by which evidence identifies the actors. */
  slugs: ReadonlyMap<string, string>
}

/** A document with a fact applied, before its evidence. */
export interface Applied {
  document: CooperationDocument
  subject: Subject
  entryId: string | null
  /** It contradicts the present value, and leaves that as it is. */
  isAgainst?: boolean
}

/** How one kind of fact is compared with a tie, and written into it. */
export interface PartRules<V> {
  /** Key of the form in which people write the same. */
  form: string
  compare(document: CooperationDocument, value: V, ground: Pick<WritingContext, 'spokenOn'>): Finding
  apply(
    document: CooperationDocument,
    value: V,
    ground: WritingContext,
    how: { finding: Finding; way: ConflictResolution },
  ): Applied
  /** Ways in which a contradiction can be settled. */
  ways: readonly ConflictResolution[]
}

/** The subject of evidence for a field of the tie itself. */
export function ownSubject(cooperationId: string, field: string): Subject {
  return { subjectKind: 'cooperation', subjectId: cooperationId, field }
}
