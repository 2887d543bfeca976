import type { Context } from '../../../platform/context/context.ts'
import type { PartCall, RecordPart } from '../../../platform/records/record-kind.ts'
import { notFound } from '../../../platform/refusal.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import { type CooperationDocument, cooperationDocument } from '../../registry/cooperations/index.ts'
import type { Applied } from '../parts/part-rules.ts'
import { applyFact, formOf } from '../parts/parts.ts'
import { type Compared, compareFacts, isOfTie } from './comparison/compared.ts'
import { type DecisionPlace, recordKind } from './decision-place.ts'
import type { Fact } from './facts/fact.ts'
import { listFactsById } from './facts/queries.ts'
import { organisationsIn } from './reading/facts-of-reading.ts'
import type { TextRequest } from './request.ts'
import { factWords, placeWords } from './review/fact-words.ts'
import { listPassagesAt } from './review/queries.ts'
import { newTie, writingContextOf } from './writing/ties.commands.ts'

/** A fact with the form in which people write the same. */
export interface CorrectingCall {
  compared: Compared
  part: RecordPart
  /** The form, showing the tie with the fact in it. */
  call: PartCall
}

/** One fact of a text compared with the registry, or 404. */
export async function findCompared(context: Context, visit: TextRequest, id: string): Promise<Compared> {
  const facts = await listFactsById(context, visit.text.id, [id])
  const [compared] = await compareFacts(context, visit.text, facts)
  return compared ?? notFound(id)
}

/** The form of a fact, filled in with it; 404 for a fact without a form. */
export async function findForm(
  visit: TextRequest,
  place: DecisionPlace,
  compared: Compared,
): Promise<CorrectingCall> {
  const { writing, network, text } = visit
  const { fact, tie, document, match } = compared
  if (!isOfTie(fact.value) || fact.value.part === 'tie' || tie?.value.part !== 'tie') return notFound(fact.id)
  const stored = document ?? newTie(tie.value, network.countries, writing.today, true)
  const kind = recordKind(place, 'cooperation')
  const passages = await listPassagesAt(writing, text.id, [fact.quote.passage, fact.quote.passage + 1])
  // Nothing is written yet: a placeholder replaces a source that does not exist so far.
  const context = { ...place, text: { ...text, sourceId: text.sourceId ?? text.id }, passages }
  const own = writingContextOf(writing, context, fact, match?.tie.id ?? fact.id)
  const applied = applyFact(stored, fact.value, { ...own, slugs: await slugsOf(writing, fact) }, 'replace')
  const part = kind.parts.find(
    ({ key }) => isOfTie(fact.value) && fact.value.part !== 'tie' && key === formOf(fact.value.part),
  )
  const head = match ? await kind.lookUp(writing, network, { id: match.tie.id }) : null
  return {
    compared,
    part: part ?? notFound(fact.id),
    call: partCall(visit, applied, head),
  }
}

/** The data that a form shows and checks against: a tie into which a fact has been written. */
export function partCall(
  { writing, reader, network, text }: TextRequest,
  { document, entryId }: Applied,
  head: PartCall['head'],
): PartCall {
  return {
    context: writing,
    reader,
    network,
    head,
    document: cooperationDocument.parse(document) satisfies CooperationDocument,
    entryId,
    form: `/${network.slug}/imports/${text.id}`,
  }
}

/** A sentence of a text, the words around it, and its place. */
export interface QuotedSentence {
  before: string
  text: string
  after: string
  place: string
}

/** The sentence on which a fact rests, with the words around it in its passage, and its place. */
export async function findQuote(
  { writing, reader, text }: TextRequest,
  { fact: { quote } }: Pick<Compared, 'fact'>,
): Promise<QuotedSentence> {
  const [passage] = await listPassagesAt(writing, text.id, [quote.passage])
  const words = passage?.text ?? ''
  return {
    before: words.slice(0, quote.start),
    text: words.slice(quote.start, quote.end),
    after: words.slice(quote.end),
    place: placeWords(reader, quote.passage, passage?.page ?? null),
  }
}

/** « Metz – Gongju · accord de coopération »: the subject of a fact, with names in the reader's language if the directory has them. */
export async function findSaid(
  { reader, text, writing }: TextRequest,
  { fact, tie }: Pick<Compared, 'fact' | 'tie'>,
): Promise<string> {
  const refs = await listOrganisationRefs(writing, tie ? organisationsIn(tie.value) : [])
  const language = text.language ?? 'fr'
  const words = [...(tie ? [tie] : []), fact].map(
    ({ value }) => factWords(reader, value, refs, language).text,
  )
  return words.join(' · ')
}

async function slugsOf(context: Context, { value }: Fact): Promise<Map<string, string>> {
  const ids = value.part === 'actor' && value.organisationId !== null ? [value.organisationId] : []
  return new Map([...(await listOrganisationRefs(context, ids))].map(([id, { slug }]) => [id, slug]))
}
