import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { expectationLinks } from '../../links.ts'
import { mayAdvise } from '../../policy.ts'
import type { Expectation } from '../expectation.ts'
import type { MemberRequest } from '../requests.queries.ts'
import { noteStep } from '../trail.commands.ts'

export interface NewContact {
  name: string
  address: string
  language: string
}

/** Has a member without an account answer by a link, and ends the link of an earlier contact. */
export async function nameContact(
  context: Context,
  expectation: Expectation,
  { id, organisation }: MemberRequest,
  { name, address, language }: NewContact,
): Promise<void> {
  authorize(mayAdvise(context.actor, expectation.networkId))
  await inTransaction(context, async (inside) => {
    await expectationLinks.end(inside, { request_id: id })
    await inside.database
      .updateTable('partners_expectation_request')
      .set({ contact_name: name, contact_address: address, contact_language: language })
      .where('request_id', '=', id)
      .execute()
    await noteStep(inside, expectation, { verb: 'invited', organisationId: organisation.id })
  })
}
