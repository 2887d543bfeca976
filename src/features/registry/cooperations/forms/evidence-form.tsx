import { z } from 'zod'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { optionalWebAddress } from '../../../../platform/input/address-input.ts'
import { optionalSaidDate } from '../../../../platform/input/date-input.ts'
import { sourceKinds } from '../../codes.ts'
import { listChoosableSources } from '../../sources/queries.ts'
import type { EvidenceEntry } from '../document/schema.ts'
import { type CooperationCall, cooperationPart } from './cooperation-part.ts'
import { evidenceFields, longestLabel, longestQuotation, stances } from './evidence-fields.tsx'
import { readEvidence } from './evidence-reading.ts'
import { factFor, listFacts } from './facts.ts'

export type TypedEvidence = z.output<ReturnType<typeof schemaOf>>

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
    return document.evidence.map((each) => {
      const source = sources.get(each.sourceId)
      const title = source ? (chooseText(source.title, reader.language)?.text ?? source.publisher) : ''
      const note = [title, each.stance === 'contradicts' ? reader.t('registry.form.stance.contradicts') : '']
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
