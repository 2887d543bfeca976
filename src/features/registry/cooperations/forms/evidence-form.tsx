import { z } from 'zod'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { optionalSaidDate } from '../../../../platform/input/date-input.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import { optionalWebAddress } from '../../../../platform/input/text-input.ts'
import { sourceKinds } from '../../codes.ts'
import { type Locator, makeLocator } from '../../locators.ts'
import { listChoosableSources, listPassages } from '../../sources/queries.ts'
import { locateQuotation, passageOf } from '../../sources/quotation.ts'
import type { CooperationDocument, EvidenceEntry, NewSourceEntry } from '../document/schema.ts'
import { type CooperationCall, cooperationPart } from './cooperation-part.ts'
import { evidenceFields, longestLabel, longestQuotation, stances } from './evidence-fields.tsx'
import { factFor, listFacts } from './facts.ts'

type TypedEvidence = z.output<ReturnType<typeof schemaOf>>

/** The evidence for each fact of a tie. */
export const evidenceForm = cooperationPart({
  key: 'evidence',
  title: 'registry.record.evidence',
  lead: 'registry.form.evidenceLead',
  entries: async (call) => {
    const { context, reader, network, document } = call
    const facts = await listFacts(call)
    const ids = document.evidence.map(({ sourceId }) => sourceId)
    const sources = new Map(
      (await listChoosableSources(context, network.id, ids)).map((source) => [source.id, source]),
    )
    // What supports one fact stands together, in the order of the forms.
    const place = (each: (typeof document.evidence)[number]) => {
      const fact = factFor(facts, each)
      const index = fact ? facts.indexOf(fact) : -1
      return index < 0 ? facts.length : index
    }
    return document.evidence
      .toSorted((a, b) => place(a) - place(b))
      .map((each) => {
        const source = sources.get(each.sourceId)
        const title = source ? (chooseText(source.title, reader.language)?.text ?? source.publisher) : ''
        const note = [
          title,
          each.stance === 'contradicts' ? reader.t('registry.form.stance.contradicts') : '',
        ]
        return {
          id: each.id,
          title: factFor(facts, each)?.label ?? reader.t('registry.form.otherFact'),
          note: note.filter(Boolean).join(' · '),
        }
      })
  },
  values: (call) => {
    const found = foundIn(call)
    return { fact: '', source: '', stance: found?.stance ?? 'supports', label: found?.label ?? '' }
  },
  schema: schemaOf,
  write: readEvidence,
  remove: ({ document, entryId }) => ({
    ...document,
    evidence: document.evidence.filter(({ id }) => id !== entryId),
  }),
  form: evidenceFields,
})

function schemaOf(call: CooperationCall) {
  const isNew = foundIn(call) === undefined
  return z.object({
    fact: isNew ? z.string().min(1) : z.string().default(''),
    source: z.string().default(''),
    quotation: z.string().trim().max(longestQuotation).default(''),
    stance: z.enum(stances),
    label: z.string().trim().max(longestLabel).default(''),
    newSource: z
      .object({
        kind: z.union([z.enum(sourceKinds), z.literal('')]).default(''),
        title: z.string().trim().max(300).default(''),
        language: z.union([z.enum(call.network.languages), z.literal('')]).default(''),
        publisher: z.string().trim().max(200).default(''),
        published: optionalSaidDate(call.reader.interfaceLanguage),
        url: optionalWebAddress,
      })
      .prefault({}),
  })
}

/** The edited evidence; undefined for a new one. */
export function foundIn({ document, entryId }: CooperationCall): EvidenceEntry | undefined {
  return document.evidence.find(({ id }) => id === entryId)
}

/** The cooperation with the typed evidence, or its errors. */
async function readEvidence(
  call: CooperationCall,
  typed: TypedEvidence,
): Promise<CooperationDocument | FieldError[]> {
  const { context, network, document, entryId } = call
  const label = typed.label === '' ? null : typed.label
  const found = document.evidence.find(({ id }) => id === entryId)
  if (found) {
    const changed = { ...found, stance: typed.stance, label }
    return {
      ...document,
      evidence: document.evidence.map((each) => (each.id === found.id ? changed : each)),
    }
  }
  const fact = (await listFacts(call)).find(({ value }) => value === typed.fact)
  const source =
    typed.source === ''
      ? readNewSource(typed, network.languages[0] ?? 'fr')
      : await readKnownSource(context, network.id, typed.source, typed.quotation)
  const errors = [
    ...(fact ? [] : [fieldError('fact', 'ui.form.wrong')]),
    ...('errors' in source ? source.errors : []),
  ]
  if (!fact || 'errors' in source) return errors
  const evidence: EvidenceEntry = {
    id: newId(),
    subjectKind: fact.subjectKind,
    subjectId: fact.subjectId,
    field: fact.field,
    sourceId: source.id,
    locator: source.locator,
    stance: typed.stance,
    label,
    extractedBy: network.slug,
    knownOn: context.today,
  }
  return {
    ...document,
    evidence: [...document.evidence, evidence],
    ...(source.added ? { sources: [source.added] } : {}),
  }
}

type ReadSource =
  | { id: string; locator: Locator | null; added: NewSourceEntry | null }
  | { errors: FieldError[] }

function readNewSource({ newSource, quotation }: TypedEvidence, usual: string): ReadSource {
  const { kind, title, publisher, published, url } = newSource
  const language = newSource.language || usual
  if (kind === '' || title === '' || publisher === '') {
    return {
      errors: [
        ...(kind === '' && title === '' && publisher === ''
          ? [fieldError('source', 'registry.form.sourceMissing')]
          : []),
        ...(kind === '' ? [fieldError('newSource.kind', 'ui.form.missing')] : []),
        ...(title === '' ? [fieldError('newSource.title', 'ui.form.missing')] : []),
        ...(publisher === '' ? [fieldError('newSource.publisher', 'ui.form.missing')] : []),
      ],
    }
  }
  const id = newId()
  const passage = passageOf(quotation, language)
  return {
    id,
    locator: quotation === '' ? null : makeLocator(passage, 0, passage.text.length),
    added: {
      id,
      kind,
      title: { [language]: { text: title, state: 'original' } },
      language,
      publisher,
      published: published?.edtf ?? null,
      url,
      quotation,
    },
  }
}

async function readKnownSource(
  context: Context,
  networkId: string,
  sourceId: string,
  quotation: string,
): Promise<ReadSource> {
  const source = (await listChoosableSources(context, networkId)).find(({ id }) => id === sourceId)
  if (!source) return { errors: [fieldError('source', 'ui.form.wrong')] }
  if (quotation === '') return { id: source.id, locator: null, added: null }
  if (!source.isHeld) return { errors: [fieldError('quotation', 'registry.form.quotationNotHeld')] }
  const locator = locateQuotation(await listPassages(context, source.id), quotation)
  return locator
    ? { id: source.id, locator, added: null }
    : { errors: [fieldError('quotation', 'registry.form.quotationMissing')] }
}
