import type { CooperationDocument, EvidenceEntry } from '../../registry/cooperations/index.ts'
import type { Locator } from '../../registry/index.ts'

/** What evidence speaks of. */
export type Subject = Pick<EvidenceEntry, 'subjectKind' | 'subjectId' | 'field'>

/** How a fact of a text stands to a tie as it is known. */
export interface Finding {
  /** adds: nothing is said of it yet · confirms: it stands there · contradicts: something else does. */
  outcome: 'adds' | 'confirms' | 'contradicts'
  /** The entry of the document that it speaks of; null for one to be added, and for parts that are no list. */
  entryId: string | null
}

/** What becomes of a fact that contradicts: it takes the place of what stands there, or both stand side by side. */
export const ways = ['replace', 'beside'] as const
export type Way = (typeof ways)[number]

/** On what a fact of a text rests, and where it is written. */
export interface Ground {
  cooperationId: string
  /** ISO day of the network: what is written becomes known on it. */
  today: string
  /** ISO day on which the text speaks. */
  spokenOn: string
  /** Of the text: its titles are originals in it. */
  language: string
  sourceId: string
  locator: Locator | null
  /** Addresses of organisations, by which evidence knows the actors. */
  slugs: ReadonlyMap<string, string>
}

/** A document with a fact, before its evidence. */
export interface Applied {
  document: CooperationDocument
  subject: Subject
  entryId: string | null
  /** It speaks against what stands there, and leaves it. */
  isAgainst?: boolean
}

/** How one kind of fact is compared with a tie, and written into it. */
export interface PartRules<V> {
  /** Key of the form by which people write the same. */
  form: string
  compare(document: CooperationDocument, value: V, ground: Pick<Ground, 'spokenOn'>): Finding
  apply(document: CooperationDocument, value: V, ground: Ground, how: { finding: Finding; way: Way }): Applied
  /** Ways in which a contradiction can be settled. */
  ways: readonly Way[]
}

/** What speaks of a field of the tie itself. */
export function ownSubject(cooperationId: string, field: string): Subject {
  return { subjectKind: 'cooperation', subjectId: cooperationId, field }
}
