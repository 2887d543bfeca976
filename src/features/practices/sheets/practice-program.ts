import { documentPath, programRecord } from '../../../platform/records/api/program-record.ts'
import { textAfter } from '../../../platform/records/api/program-text.ts'
import { readFields, shownOf } from '../../../platform/records/fields/programs.ts'
import { findIdsBySlug, findSlugs } from '../../directory/picking/index.ts'
import { type PracticeDocument, practiceDocument, practiceFields } from './fields.ts'
import { missingIn } from './practice.ts'
import { practiceExample, practiceInput } from './practice-program.schema.ts'

/** Sheets as programs read and write them. */
export const practiceProgram = programRecord({
  scope: 'write:practices',
  schema: practiceInput,
  example: practiceExample,
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
