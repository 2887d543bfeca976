import type { CooperationDocument } from '../../../registry/cooperations/index.ts'
import type { ConflictResolution, WritingContext } from '../../parts/part-rules.ts'
import { presentValue, signOf, type ToldValue } from '../../parts/part-values.ts'
import { presentSources } from '../../parts/part-words.ts'
import { applyFact, compareFact, resolutionsFor } from '../../parts/parts.ts'
import type { Answers, DifferenceAnswer } from '../answers.ts'
import type { SaidValue } from '../checking/said-value.ts'
import type { Field } from '../fields.ts'
import type { RowValue } from '../rows/told-values.ts'

/** One thing that a row says, compared with what is known. */
export interface Told<Value extends SaidValue = SaidValue> {
  field: Field
  value: Value
  outcome: 'adds' | 'confirms' | 'contradicts'
  /** How it is written; null if it is not: it is known, the present value is kept, or a person must decide first. */
  way: ConflictResolution | null
  /** It is a list entry that does not exist yet. */
  isNewEntry: boolean
  /** For a contradiction: the key of its answer. */
  key: string | null
  /** The present value, and the ids of its sources. */
  present: { value: SaidValue; sources: string[] } | null
  /** The possible answers. */
  ways: readonly DifferenceAnswer[]
  /** A person must decide which of the two is kept. */
  waits: boolean
}

export interface ToldRow {
  told: Told<ToldValue>[]
  /** The tie with everything applied, as far as it is settled. */
  document: CooperationDocument
}

interface ToldContext {
  /** Identifies the tie in keys of answers. */
  subject: string
  today: string
  language: string
  answers: Answers['differences']
}

/** Compares what a row says with a tie as known, one value after the other. */
export function tellRow(
  stored: CooperationDocument,
  values: readonly RowValue[],
  { subject, today, language, answers }: ToldContext,
): ToldRow {
  const writingContext = writingContextFor(today, language)
  let document = stored
  const told = values.map(({ field, value }): Told<ToldValue> => {
    const finding = compareFact(document, value, writingContext)
    const isNewEntry = finding.outcome === 'adds' && finding.entryId === null
    const bare = {
      field,
      value,
      outcome: finding.outcome,
      isNewEntry,
      key: null,
      present: null,
      ways: [],
      waits: false,
    }
    if (finding.outcome === 'confirms') return { ...bare, way: null }
    if (finding.outcome === 'adds') {
      document = applyFact(document, value, writingContext, 'replace').document
      return { ...bare, way: 'replace' }
    }
    const key = `${subject} ${signOf(value)}`
    const answer = answers.get(key) ?? answers.get(value.part) ?? answers.get('*')
    const resolution = answer === undefined || answer === 'keep' ? null : resolutionFor(value, answer)
    const sources = presentSources(value, document, finding)
    const stands = presentValue(document, value, finding)
    if (resolution !== null) document = applyFact(document, value, writingContext, resolution).document
    return {
      ...bare,
      way: resolution,
      key,
      present: stands && { value: stands, sources },
      ways: ['keep', ...resolutionsFor(value)],
      waits: answer === undefined,
    }
  })
  return { told, document }
}

// The statement that there is no agreement cannot replace one: both are kept side by side.
function resolutionFor(value: ToldValue, wished: ConflictResolution): ConflictResolution {
  return resolutionsFor(value).includes(wished) ? wished : 'beside'
}

/** For facts that are compared and not written yet: fills in the evidence that they do not have. */
export function writingContextFor(today: string, language: string): WritingContext {
  return {
    cooperationId: '',
    today,
    spokenOn: today,
    language,
    sourceId: '',
    locator: null,
    slugs: new Map(),
  }
}

const parts = new Set<string>(['since', 'standing', 'agreement', 'theme', 'summary'])

/** Whether a value concerns a tie, rather than an organisation or a contact. */
export function isOfTie(value: SaidValue): value is ToldValue {
  return parts.has(value.part)
}
