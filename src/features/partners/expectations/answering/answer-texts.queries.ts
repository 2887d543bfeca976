import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { plainText } from '../../../../platform/i18n/localized-text.ts'
import type { ApartOwner, TextApart, TextRecord } from '../../../../platform/translation/text-owner.ts'
import { type Expectation, isClosed } from '../expectation.ts'
import { involvementOf, readableRequests } from '../involvement.ts'
import { findLinkedExpectation } from '../queries.ts'
import { listRequests, type MemberRequest } from '../requests.queries.ts'

/** The kind of an answer among texts that only some read. */
export const answerKind = 'expectationAnswer'

/** The words of answers: the asker, those asked and the secretariat read them, and the secretariat words them in other languages. */
export const answerTexts: ApartOwner = {
  kind: answerKind,
  async listApart(context, networkId, ids) {
    const found = await listAnswerTexts(context, networkId, ids)
    return found.flatMap(({ expectation, requests, texts }) => {
      const involvement = involvementOf(context.actor, expectation, requests)
      const read = readableRequests(requests, involvement).map(({ id }) => id)
      return involvement.isConcerned ? texts.filter(({ recordId }) => read.includes(recordId)) : []
    })
  },
}

interface AnswerTexts {
  expectation: Expectation
  requests: MemberRequest[]
  texts: TextApart[]
}

/** Answers of a network by the ids of their requests, whoever may read them, by their expectations. */
export async function listAnswerTexts(
  context: Context,
  networkId: string,
  ids: readonly string[],
): Promise<AnswerTexts[]> {
  const rows = await context.database
    .selectFrom('partners_expectation_request as r')
    .innerJoin('partners_expectation as x', 'x.expectation_id', 'r.expectation_id')
    .select(['r.request_id as id', 'x.expectation_id as expectationId', 'r.answered_by as by'])
    .where('r.request_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('x.network_id', '=', networkId)
    .execute()
  const found: AnswerTexts[] = []
  for (const [expectationId, own] of Map.groupBy(rows, (row) => row.expectationId)) {
    const expectation = await findLinkedExpectation(context, networkId, expectationId)
    const requests = await listRequests(context, expectationId)
    const texts = own.flatMap(({ id, by }): TextApart[] => {
      const text = requests.find((request) => request.id === id)?.words
      return text === undefined
        ? []
        : [{ ...placeOf(expectation, id), text, by, isOpen: !isClosed(expectation) }]
    })
    found.push({ expectation, requests, texts })
  }
  return found
}

function placeOf({ networkId, title, slug }: Expectation, id: string): TextRecord {
  const address = `/expectations/${slug}?answer=${id}#answer`
  return { networkId, recordKind: answerKind, recordId: id, label: plainText(title), address }
}
