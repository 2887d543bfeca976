import type { Context } from '../../../../platform/context/context.ts'
import { plainText } from '../../../../platform/i18n/localized-text.ts'
import type { ApartOwner, TextApart } from '../../../../platform/translation/text-owner.ts'
import { isClosed } from '../expectation.ts'
import { involvementOf, readableRequests } from '../involvement.ts'
import { findLinkedExpectation } from '../queries.ts'
import { listRequests } from '../requests.queries.ts'

/** The kind of an answer among texts that only some read. */
export const answerKind = 'expectationAnswer'

/** The words of answers: the asker, those asked and the secretariat read them, and the secretariat words them in other languages. */
export const answerTexts: ApartOwner = {
  kind: answerKind,
  async lookUp(context, networkId, id) {
    const found = await lookUpAnswer(context, networkId, id)
    if (found === null) return null
    const { requests, expectation, text } = found
    const involvement = involvementOf(context.actor, expectation, requests)
    const isRead = readableRequests(requests, involvement).some((request) => request.id === id)
    return involvement.isConcerned && isRead ? text : null
  },
}

/** An answer of a network by the id of its request, whoever may read it, with its expectation. */
export async function lookUpAnswer(context: Context, networkId: string, id: string) {
  const row = await context.database
    .selectFrom('partners_expectation_request as r')
    .innerJoin('partners_expectation as x', 'x.expectation_id', 'r.expectation_id')
    .select(['x.expectation_id as expectationId', 'r.answered_by as by'])
    .where('r.request_id', '=', id)
    .where('x.network_id', '=', networkId)
    .executeTakeFirst()
  if (row === undefined) return null
  const expectation = await findLinkedExpectation(context, networkId, row.expectationId)
  const requests = await listRequests(context, row.expectationId)
  const answer = requests.find((request) => request.id === id)
  if (answer === undefined) return null
  const text: TextApart = {
    networkId,
    recordKind: answerKind,
    recordId: id,
    label: plainText(expectation.title),
    address: `/expectations/${expectation.slug}?answer=${id}#answer`,
    text: answer.words,
    by: row.by,
    isOpen: !isClosed(expectation),
  }
  return { expectation, requests, text }
}
