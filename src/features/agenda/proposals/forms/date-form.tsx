import { z } from 'zod'
import { fieldError } from '../../../../platform/input/form.ts'
import { dateToType } from '../../../../ui/text/understood-date.ts'
import { eventPart } from '../../events/forms/event-part.ts'
import { redrawForCheck, renderWhenCheck } from '../../events/forms/when-check.tsx'
import { WhenFields } from '../../events/forms/when-fields.tsx'
import { hoursToType, readWhen, typedWhen } from '../../events/forms/when-reading.ts'
import { isOver } from '../proposal.ts'

/** When a proposed event is to take place. A past date is refused. */
export const dateForm = eventPart({
  key: 'date',
  title: 'agenda.form.when',
  lead: 'agenda.form.whenLead',
  values: ({ reader, document }) => ({
    when:
      document.when === null
        ? ''
        : dateToType(reader, document.when, document.words[reader.interfaceLanguage]?.text ?? null),
    ...hoursToType(document),
  }),
  redraw: redrawForCheck,
  schema: (call) => z.object(typedWhen(call)),
  write: (call, typed) => {
    const when = readWhen(call, typed)
    if (Array.isArray(when)) return when
    if (when.when !== call.document.when && isOver(when, call.context.today))
      return [fieldError('when', 'agenda.error.over')]
    return { ...call.document, ...when }
  },
  form: async (call, shown) => (
    <>
      <WhenFields call={call} shown={shown} />
      {await renderWhenCheck(call, shown.values)}
    </>
  ),
})
