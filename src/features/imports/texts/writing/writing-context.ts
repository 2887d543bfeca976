import { newId } from '../../../../platform/context/identifier.ts'
import type { EvidenceEntry } from '../../../registry/cooperations/index.ts'
import type { Locator } from '../../../registry/index.ts'
import type { Subject } from '../../parts/part-rules.ts'
import type { DecisionPlace } from '../decision-place.ts'
import type { Fact, Suggester } from '../facts/fact.ts'
import { placeQuote } from '../sources/place-quote.ts'
import type { StoredPassage } from '../sources/queries.ts'

/** Where facts are written, with the source that they rest on. */
export interface TextWritingContext extends DecisionPlace {
  text: DecisionPlace['text'] & { sourceId: string }
  passages: readonly StoredPassage[]
}

/** The place of a fact's sentence in the source. */
export function locatorOf({ passages }: TextWritingContext, { quote }: Fact): Locator | null {
  return placeQuote(passages, quote)
}

/** The extractor named in evidence; the person who checked it is recorded beside it. */
export const extractedBy: Readonly<Record<Suggester, string>> = {
  reader: 'Entente',
  assistant: 'Entente (assistant)',
}

/** The piece of evidence that links a fact to its sentence. */
export function evidenceOf(
  writingContext: TextWritingContext,
  fact: Fact,
  subject: Subject,
  { isAgainst = false, knownOn }: { isAgainst?: boolean | undefined; knownOn: string },
): EvidenceEntry {
  return {
    id: newId(),
    ...subject,
    sourceId: writingContext.text.sourceId,
    locator: locatorOf(writingContext, fact),
    stance: isAgainst ? 'contradicts' : 'supports',
    label: fact.value.part === 'agreement' ? fact.value.label : null,
    extractedBy: extractedBy[fact.suggestedBy],
    knownOn,
  }
}
