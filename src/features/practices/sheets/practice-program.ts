import { z } from 'zod'
import { named } from '../../../platform/http/api/named-schema.ts'
import { day, edtf, organisation } from '../../../platform/records/api/program-fields.ts'
import { documentPath, programRecord } from '../../../platform/records/api/program-record.ts'
import { programText, textAfter } from '../../../platform/records/api/program-text.ts'
import { readFields, shapeOf, shownOf } from '../../../platform/records/fields/programs.ts'
import { findIdsBySlug, findSlugs } from '../../directory/picking/index.ts'
import { type PracticeDocument, practiceDocument, practiceFields } from './fields.ts'
import { missingIn } from './practice-forms.tsx'

const result = z.strictObject({
  id: z.uuid(),
  measure: programText(300),
  on: edtf,
  evidence: z.union([z.literal(''), z.url()]).default(''),
})
const transfer = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  needs: programText(600).default({}),
  hinders: programText(600).default({}),
})

/** A sheet as programs write it; ties, events and the contact are chosen on its pages. */
const practiceInput = named(
  'PracticeDocument',
  z.strictObject({
    holder: organisation.describe('Slug of the authority or body that does it'),
    ...shapeOf(practiceFields, 'program'),
    ended_on: day.nullable().default(null),
    nothing_said_as: z
      .string()
      .max(120)
      .default('')
      .describe('In which function somebody says that nothing is known to have failed'),
    partners: z.array(organisation).max(20).default([]).describe('Slugs of those with whom it was done'),
    results: z.array(result).max(30).default([]),
    transfers: z
      .array(transfer)
      .max(60)
      .default([])
      .describe('What it needs in a country, and what would hinder it there'),
  }),
)

const added = {
  holder: 'nantes-metropole',
  title: { fr: { text: 'Entretenir un parc après une exposition' } },
  themes: ['parks_and_gardens' as const],
  failed_said: 'not_said' as const,
  publication: 'draft' as const,
}

/** Sheets as programs read and write them. */
export const practiceProgram = programRecord({
  scope: 'write:practices',
  schema: practiceInput,
  example: {
    patch: { publication: 'withdrawn' },
    added,
    whole: { ...added, staff_said: 'said', staff_fte: 1.5, staff_months: 24 },
  },
  parse: (document) => practiceDocument.parse(document),
  show: async (context, _network, document) => {
    const { holderId, partners, nothingSaidAs } = document
    const slugOf = await findSlugs(context, [
      ...(holderId ? [holderId] : []),
      ...partners.map(({ id }) => id),
    ])
    return {
      holder: holderId === null ? '' : slugOf(holderId),
      ...shownOf(practiceFields, document),
      nothing_said_as: nothingSaidAs,
      partners: partners.map(({ id }) => slugOf(id)),
      results: document.results,
      transfers: document.transfers.map(({ id, needs, hinders }) => ({ country: id, needs, hinders })),
    }
  },
  read: async (call, sent, wrong): Promise<PracticeDocument> => {
    const { before, context, head, network } = call
    const at = (...path: PropertyKey[]) => [...documentPath, ...path]
    const idOf = await findIdsBySlug(
      context,
      [
        { slug: sent.holder, path: at('holder') },
        ...sent.partners.map((slug, index) => ({ slug, path: at('partners', index) })),
      ],
      wrong,
    )
    const place = (path: PropertyKey[]) => ({ path, languages: network.languages, wrong })
    const document: PracticeDocument = {
      ...before,
      ...readFields(practiceFields, call, sent, wrong),
      holderId: idOf(sent.holder),
      nothingSaidAs: sent.nothing_said_as,
      partners: sent.partners.map((slug) => ({ id: idOf(slug) })),
      results: sent.results.map(({ id, measure, on, evidence }, index) => {
        const former = before.results.find((each) => each.id === id)?.measure ?? {}
        return {
          id,
          on,
          evidence,
          measure: textAfter(former, measure, place(at('results', index, 'measure'))),
        }
      }),
      transfers: sent.transfers.map(({ country, needs, hinders }, index) => {
        const former = before.transfers.find(({ id }) => id === country)
        return {
          id: country,
          needs: textAfter(former?.needs ?? {}, needs, place(at('transfers', index, 'needs'))),
          hinders: textAfter(former?.hinders ?? {}, hinders, place(at('transfers', index, 'hinders'))),
        }
      }),
      knownOn: head === null ? context.today : before.knownOn,
    }
    const isWritten = Object.keys(document.failed).length > 0
    if ((document.failedSaid === 'said') !== isWritten)
      wrong.add(at('failed'), 'words where failed_said is "said", and none else')
    if ((document.failedSaid === 'nothing') !== (document.nothingSaidAs !== ''))
      wrong.add(at('nothing_said_as'), 'a function where failed_said is "nothing", and none else')
    if (document.publication === 'published')
      for (const part of missingIn(document)) wrong.add(at(part), 'needed before a sheet is published')
    return document
  },
})
