import { z } from 'zod'
import { textStates } from '../../../../platform/i18n/localized-text.ts'
import { eventEntry } from '../../../agenda/events/index.ts'
import { themes } from '../../../networks/index.ts'
import { agreementKinds, agreementStates, intentions, sourceKinds, statuses } from '../../codes.ts'

const id = z.uuid()
const day = z.iso.date()
const edtf = z.string().max(100)
const text = z.record(z.string(), z.object({ text: z.string(), state: z.enum(textStates) }))

const locator = z.object({
  heading: z.array(z.string()),
  paragraph: z.number(),
  start: z.number(),
  end: z.number(),
  sha256: z.string(),
  page: z.number().nullable(),
})

const agreement = z.object({
  id,
  parentId: id.nullable(),
  kind: z.enum(agreementKinds),
  title: text,
  object: text,
  plannedAmount: z.string().nullable(),
  currency: z.string().nullable(),
  parties: z.array(z.object({ id, signatory: text })),
  steps: z.array(
    z.object({
      /** Its place in the life of the agreement, from 0. */
      id: z.string(),
      state: z.enum(agreementStates),
      on: edtf.nullable(),
      words: text,
      knownOn: day,
    }),
  ),
  knownOn: day,
})

const evidence = z.object({
  id,
  subjectKind: z.string(),
  subjectId: id,
  field: z.string(),
  sourceId: id,
  locator: locator.nullable(),
  stance: z.enum(['supports', 'contradicts']),
  label: z.string().nullable(),
  extractedBy: z.string(),
  knownOn: day,
})

const newSource = z.object({
  id,
  kind: z.enum(sourceKinds),
  title: text,
  language: z.string(),
  publisher: z.string(),
  published: edtf.nullable(),
  url: z.string().nullable(),
  /** The quoted passage: as much of its text as is held. */
  quotation: z.string(),
})

const dispute = z.object({
  id,
  slug: z.string(),
  subjectKind: z.string(),
  subjectId: id,
  field: z.string(),
  note: text,
  values: z.array(
    z.object({
      id: z.string(),
      value: z.union([z.string(), text]),
      sourceId: id.nullable(),
      locator: locator.nullable(),
      rank: z.enum(['preferred', 'normal', 'deprecated']),
      knownOn: day,
    }),
  ),
  knownOn: day,
})

/**
 * A cooperation as one value: its versions keep it and its forms change it. Dates are EDTF, except the ISO days on which something was
 * stated or became known; organisations and sources are given by id.
 */
export const cooperationDocument = z.object({
  listed: z.boolean(),
  parties: z.array(z.object({ id, capacity: z.enum(['party', 'ecosystem']), knownOn: day })),
  summary: text,
  since: z.object({ on: edtf.nullable(), words: text }),
  standings: z.array(
    z.object({
      id,
      status: z.enum(statuses),
      intention: z.enum(intentions).nullable(),
      reason: text,
      saidBy: id.nullable(),
      statedOn: day,
      knownOn: day,
    }),
  ),
  themes: z.array(z.object({ id: z.enum(themes), wished: z.boolean(), knownOn: day })),
  agreements: z.array(agreement),
  activities: z.array(eventEntry),
  actors: z.array(z.object({ id, role: text, knownOn: day })),
  /** The id is the place by which evidence knows a prospect. */
  prospects: z.array(z.object({ id: z.string(), text, horizon: edtf.nullable(), knownOn: day })),
  notes: z.array(
    z.object({
      id,
      kind: z.enum(['figure', 'resource', 'other_tie']),
      label: text,
      value: z.string().nullable(),
      url: z.string().nullable(),
      knownOn: day,
    }),
  ),
  evidence: z.array(evidence),
  disputes: z.array(dispute),
  /** Sources that are written along with the evidence that names them. */
  sources: z.array(newSource).optional(),
  inheritance: z
    .object({ fromId: id, toId: id, happenedOn: day, reference: text, confirmedOn: day.nullable() })
    .nullable(),
})

export type CooperationDocument = z.output<typeof cooperationDocument>
export type AgreementEntry = CooperationDocument['agreements'][number]
export type EvidenceEntry = CooperationDocument['evidence'][number]
export type NewSourceEntry = z.output<typeof newSource>
export type DisputeEntry = CooperationDocument['disputes'][number]

/** The initial value of a new cooperation. */
export const emptyCooperation: CooperationDocument = {
  listed: true,
  parties: [],
  summary: {},
  since: { on: null, words: {} },
  standings: [],
  themes: [],
  agreements: [],
  activities: [],
  actors: [],
  prospects: [],
  notes: [],
  evidence: [],
  disputes: [],
  inheritance: null,
}
