import { z } from 'zod'
import { typedValues } from '../../../../platform/input/form.ts'
import { inFormerOrder } from '../../../../platform/records/former-order.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { listTiesWith } from '../ties/queries.ts'
import { tieWords } from '../ties/tie-words.ts'
import { type EventCall, eventPart } from './event-part.tsx'

/** The ties that an event concerns: on their pages it is an exchange. */
export const tiesForm = eventPart({
  key: 'ties',
  title: 'agenda.event.ties',
  lead: 'agenda.form.tiesLead',
  words: async (call) => {
    const chosen = call.document.cooperations.map(({ id }) => id)
    const ties = await listOffered(call)
    return ties
      .filter(({ id }) => chosen.includes(id))
      .map((tie) => tieWords(call.reader, tie))
      .join(', ')
  },
  values: ({ document }) => ({ ties: document.cooperations.map(({ id }) => id) }),
  schema: () => z.object({}),
  write: async (call, _typed, values) => {
    const offered = (await listOffered(call)).map(({ id }) => id)
    const before = call.document.cooperations.map(({ id }) => id)
    const chosen = typedValues(values, 'ties').filter((id) => offered.includes(id))
    return { ...call.document, cooperations: inFormerOrder(before, chosen).map((id) => ({ id })) }
  },
  form: async (call) => {
    const { reader } = call
    const ties = await listOffered(call)
    if (ties.length === 0) return <p class="quiet">{reader.t('agenda.form.noTies')}</p>
    return (
      <ChoiceField
        name="ties"
        label={reader.t('agenda.event.ties')}
        options={ties.map((tie) => ({ value: tie.id, label: tieWords(reader, tie) }))}
        multiple
      />
    )
  },
})

function listOffered({ context, network, document }: EventCall) {
  return listTiesWith(
    context,
    network.id,
    document.organisations.map(({ id }) => id),
    document.cooperations.map(({ id }) => id),
  )
}
