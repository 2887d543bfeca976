import { z } from 'zod'
import { cityOf, zonesFor } from '../../../../platform/dates/index.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../../platform/i18n/reader.ts'
import { type FormValues, readForm, typedValue } from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { useFilled } from '../../../../ui/form/filled.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { AssessmentNotice } from '../../planning/assessment-notice.tsx'
import { assessPlannedEvent } from '../../planning/planned-events.ts'
import type { EventCall } from './event-part.tsx'
import { readWhen, turns, typedWhen } from './when-reading.ts'

/** The date in words, and the hours on the clock of one side. */
export function WhenFields({ call, shown }: { call: EventCall; shown: Shown }) {
  const { reader, network } = call
  const { t } = reader
  const chosen = typedValue(shown.values, 'zone')
  const zones = zonesFor(network.countries, chosen === '' ? undefined : chosen)
  const time = (name: 'start' | 'end') => (
    <Field name={name} label={t(name === 'start' ? 'agenda.form.start' : 'agenda.form.end')}>
      {(control) => <input {...control} type="time" value={typedValue(shown.values, name)} />}
    </Field>
  )
  return (
    <>
      <DateField name="when" label={t('agenda.form.date')} />
      <div class="minutes-hours">
        {time('start')}
        {time('end')}
      </div>
      <TurnField />
      <ChoiceField
        name="zone"
        label={t('agenda.form.zone')}
        hint={t('agenda.form.zoneHint')}
        options={zones.map((zone) => ({
          value: zone,
          label: chooseName(cityOf(zone), reader.language).text,
        }))}
        chosen={[chosen || (zones[0] ?? '')]}
      />
    </>
  )
}

/** Which hour is meant where the clock shows it twice; nothing where it does not. */
function TurnField() {
  const { t } = useReader()
  const { value, error } = useFilled('turn')
  if (!value && !error) return null
  return (
    <ChoiceField
      name="turn"
      label={t('agenda.form.turn')}
      options={turns.map((turn) => ({ value: turn, label: t(`agenda.form.turn.${turn}`) }))}
      required
    />
  )
}

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
