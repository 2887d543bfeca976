import { documentPath, programRecord } from '../../../platform/records/api/program-record.ts'
import { emptyOf } from '../../../platform/records/fields/field.ts'
import { readFields, shownOf } from '../../../platform/records/fields/programs.ts'
import { findIdsBySlug, findSlugs } from '../../directory/picking/index.ts'
import {
  type PracticeDocument,
  practiceDocument,
  practiceFields,
  resultFields,
  transferFields,
} from './fields.ts'
import { missingIn } from './practice.ts'
import { practiceExample, practiceInput } from './practice-program.schema.ts'

/** Sheets as programs read and write them. */
export const practiceProgram = programRecord({
  scope: 'write:practices',
  // The address that is public for sheets; programs that write any kind of record go by its document.
  isPatchedItself: true,
  schema: practiceInput,
  example: practiceExample,
  parse: (document) => practiceDocument.parse(document),
  show: async (context, _network, document) => {
    const { holderId, partners, results, transfers } = document
    const partnerIds = partners.map(({ id }) => id)
    const slugOf = await findSlugs(context, holderId === null ? partnerIds : [holderId, ...partnerIds])
    return {
      holder: holderId === null ? '' : slugOf(holderId),
      ...shownOf(practiceFields, document),
      partners: partnerIds.map(slugOf),
      results: results.map((result) => ({ id: result.id, ...shownOf(resultFields, result) })),
      transfers: transfers.map((each) => ({ country: each.id, ...shownOf(transferFields, each) })),
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
    const document: PracticeDocument = {
      ...before,
      ...readFields(practiceFields, call, sent, wrong),
      holderId: idOf(sent.holder),
      partners: sent.partners.map((slug) => ({ id: idOf(slug) })),
      results: sent.results.map(({ id, ...result }, index) => {
        const former = before.results.find((each) => each.id === id) ?? emptyOf(resultFields)
        const place = at('results', index)
        return { id, ...readFields(resultFields, { before: former, network }, result, wrong, place) }
      }),
      transfers: sent.transfers.map(({ country, ...transfer }, index) => {
        const former = before.transfers.find(({ id }) => id === country) ?? emptyOf(transferFields)
        const place = at('transfers', index)
        return {
          id: country,
          ...readFields(transferFields, { before: former, network }, transfer, wrong, place),
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
