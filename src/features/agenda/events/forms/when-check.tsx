import { z } from 'zod'
import { addressFor } from '../../../../platform/i18n/reader.ts'
import { type FormValues, readForm, typedValue } from '../../../../platform/input/form.ts'
import { AssessmentNotice } from '../../planning/assessment-notice.tsx'
import { assessPlannedEvent } from '../../planning/planned-events.ts'
import type { EventCall } from './event-part.ts'
import { readWhen, typedWhen } from './when-reading.ts'

const action = 'check:when'
const checked = 'focus:when'

type CheckedCall = Pick<EventCall, 'context' | 'reader'> & {
  network: Pick<EventCall['network'], 'id' | 'slug' | 'countries'>
}

/** The form after a press on the button that checks its date; null after any other. */
export function redrawForCheck(values: FormValues): FormValues | null {
  if (typedValue(values, 'action') !== action) return null
  const { action: _, ...kept } = values
  return { ...kept, [checked]: '1' }
}

/** Beneath the fields of a date: what the calendars of the group say of the typed values, before anything is saved. */
export async function renderWhenCheck(call: CheckedCall, values: FormValues) {
  const { reader, network } = call
  const isAsked = typedValue(values, checked) !== ''
  const notice = await renderTypedNotice(call, values)
  return (
    <div
      class="when-check"
      data-part="planned"
      data-address={addressFor(reader, `/${network.slug}/agenda/check/notice`)}
    >
      <div aria-live="polite" {...(isAsked ? { tabindex: -1, autofocus: true } : {})}>
        {notice ?? (isAsked ? <p>{reader.t('agenda.form.nothingToCheck')}</p> : null)}
      </div>
      <button type="submit" name="action" value={action} class="button small" data-fallback>
        {reader.t('agenda.form.check')}
      </button>
    </div>
  )
}

/** The notice on the typed date; null while it is no day or hour to come. */
export async function renderTypedNotice(call: CheckedCall, values: FormValues) {
  const { context, reader, network } = call
  const typed = readForm(z.object(typedWhen(call)), values)
  if (!typed.valid) return null
  const when = readWhen({ context, reader, document: { when: null, words: {} } }, typed.data)
  if (Array.isArray(when)) return null
  const instant = (at: string | null) => (at === null ? null : new Date(at))
  const assessment = await assessPlannedEvent(context, network, {
    state: 'planned',
    happens: when.when,
    startsAt: instant(when.startsAt),
    endsAt: instant(when.endsAt),
  })
  return assessment ? <AssessmentNotice countries={network.countries} assessment={assessment} /> : null
}
