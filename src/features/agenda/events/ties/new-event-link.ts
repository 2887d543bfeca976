import { addressFor } from '../../../../platform/i18n/reader.ts'
import type { RecordLink } from '../../../../platform/records/record-link.ts'
import { mayAddRecord } from '../../../contributions/index.ts'
import { listPartiesOf } from './queries.ts'

/** From the page of a tie to the form of a new event of its parties. */
export const newEventOfTie: RecordLink = async ({ context, reader, network, kind, record }) => {
  if (kind !== 'cooperation' || context.actor.kind === 'anonymous') return null
  const owners = (await listPartiesOf(context, network.id, record.slug)).map(({ id }) => id)
  if (!mayAddRecord(context.actor, { networkId: network.id, owners })) return null
  const href = addressFor(reader, `/${network.slug}/agenda/new`, { tie: record.slug })
  return { href, label: reader.t('agenda.form.newEvent') }
}
