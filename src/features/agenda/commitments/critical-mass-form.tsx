import { z } from 'zod'
import { dayInput } from '../../../platform/input/date-input.ts'
import { type FieldError, type FormValues, fieldError, says } from '../../../platform/input/form.ts'
import { isSame } from '../../../platform/records/record-document.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { countryName } from '../../directory/index.ts'
import type { EventDocument } from '../events/document/schema.ts'
import { type EventCall, eventPart } from '../events/forms/event-part.tsx'
import { redrawForCheck } from '../events/forms/when-fields.tsx'
import { type TypedWhen, typedWhen } from '../events/forms/when-reading.ts'
import { outcomesBelow } from './codes.ts'
import { latestDeadline } from './deadline.ts'
import type { CriticalMass } from './document/schema.ts'
import { isDecided } from './queries.ts'
import { dateCall, readSmaller, SmallerFields, typedSmaller, valuesOfSmaller } from './smaller-fields.tsx'

const typedThreshold = z
  .string()
  .trim()
  .regex(/^$|^[1-9]\d{0,2}$/, { error: says('agenda.error.commitmentCount') })
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))

/** How many authorities must commit themselves, by when, and what happens with fewer. Left empty, the event asks for no commitments. */
export const criticalMassForm = eventPart({
  key: 'commitments',
  title: 'agenda.commitments.title',
  lead: 'agenda.commitments.formLead',
  isFor: ({ document }) => document.state === 'planned' || document.criticalMass !== null,
  words: ({ reader, document: { criticalMass } }) =>
    criticalMass === null
      ? ''
      : reader.t('agenda.commitments.untilDay', { day: dayWords(reader, criticalMass.until) }),
  values: async (call) => ({
    ...valuesOfNeeded(call.document.criticalMass),
    ...(await valuesOfSmaller(call)),
  }),
  redraw: redrawForCheck,
  schema: (call) =>
    z.object({
      until: z.union([z.literal(''), dayInput(says('agenda.error.day'))]).default(''),
      least: z
        .object(Object.fromEntries(countriesOf(call).map((country) => [country, typedThreshold])))
        .default({}),
      total: typedThreshold,
      below: z.enum(outcomesBelow).default('reduced'),
      ...typedSmaller(call),
      ...typedWhen(dateCall(call)),
    }),
  write: async (call, typed, values) => {
    const { document, context, head } = call
    const least = Object.fromEntries(
      Object.entries(typed.least).flatMap(([country, count]): [string, number][] =>
        count === null ? [] : [[country, count]],
      ),
    )
    const { until, total, below } = typed
    const isEmpty = Object.keys(least).length === 0 && total === null
    if (until === '' && isEmpty) return withMass(call, null, head?.id ?? null)
    if (until === '') return [fieldError('until', 'agenda.error.deadlineMissing')]
    if (isEmpty) return [fieldError('total', 'agenda.error.thresholdMissing')]
    const deadline = checkDeadline(document, until, context.today)
    if (deadline !== null) return [deadline]
    const smaller = await readSmaller(call, typed satisfies TypedWhen, values)
    if (Array.isArray(smaller)) return smaller
    if (below === 'reduced' && smaller.when !== null && isBefore(smaller.when, until))
      return [fieldError('when', 'agenda.error.smallerBeforeDeadline')]
    return withMass(call, { until, least, total, below, smaller }, head?.id ?? null)
  },
  form: async (call, shown) => (
    <>
      <NeededFields call={call} countries={countriesOf(call)} />
      {await SmallerFields({ call, shown })}
    </>
  ),
})

// The countries of the network, and those that the event asked before.
function countriesOf({ network, document }: EventCall): string[] {
  return [...new Set([...network.countries, ...Object.keys(document.criticalMass?.least ?? {})])]
}

// After a decision, only a prolongation changes it.
async function withMass(
  { context, document }: EventCall,
  mass: CriticalMass | null,
  eventId: string | null,
): Promise<EventDocument | FieldError[]> {
  const { criticalMass: before } = document
  if (isSame(before, mass)) return document
  const isLate = before !== null && eventId !== null && (await isDecided(context, eventId, before.until))
  return isLate ? [fieldError('until', 'agenda.error.massDecided')] : { ...document, criticalMass: mass }
}

function checkDeadline({ when }: EventDocument, until: string, today: string): FieldError | null {
  if (until < today) return fieldError('until', 'agenda.error.deadlinePast')
  const latest = latestDeadline(when)
  return latest !== null && until > latest ? fieldError('until', 'agenda.error.deadlineAfterEvent') : null
}

function isBefore(when: string, until: string): boolean {
  const latest = latestDeadline(when)
  return latest !== null && latest < until
}

/** The values of the fields for what is needed. */
function valuesOfNeeded(mass: CriticalMass | null): FormValues {
  return {
    until: mass?.until ?? '',
    ...Object.fromEntries(
      Object.entries(mass?.least ?? {}).map(([country, least]) => [`least.${country}`, String(least)]),
    ),
    total: mass?.total == null ? '' : String(mass.total),
    below: mass?.below ?? 'reduced',
  }
}

interface NeededFieldsProps {
  call: EventCall
  countries: readonly string[]
}

/** By when, how many authorities of each country and in all, and what happens with fewer. */
function NeededFields({ call: { reader }, countries }: NeededFieldsProps) {
  const { t } = reader
  const count = (name: string, label: string) => <Field key={name} name={name} type="number" label={label} />
  return (
    <>
      <DayField name="until" label={t('agenda.commitments.until')} hint={t('agenda.commitments.untilHint')} />
      {countries.map((country) =>
        count(`least.${country}`, t('agenda.commitments.least', { country: countryName(reader, country) })),
      )}
      {count('total', t('agenda.commitments.total'))}
      <ChoiceField
        name="below"
        label={t('agenda.commitments.below')}
        options={outcomesBelow.map((each) => ({ value: each, label: t(`agenda.commitments.below.${each}`) }))}
        required
      />
    </>
  )
}
