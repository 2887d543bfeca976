import { type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { partMark } from '../../../../platform/input/list-action.ts'
import { mostOptions } from '../poll.ts'

/** A stretch of time as an address carries it: the form fills itself in from it. */
export function slotWritten({ start, end }: { start: Temporal.Instant; end: Temporal.Instant }): string {
  return `${start}/${end}`
}

/** The fields of dates for slots in an address, on the clock of a zone; wrong slots are left out. */
export function valuesOfSlots(slots: readonly string[], zone: string): FormValues {
  const values: FormValues = {}
  let index = 0
  for (const slot of slots.slice(0, mostOptions)) {
    const [start, end] = slot.split('/').map(instantIn)
    if (!start || !end) continue
    const [from, until] = [start, end].map((at) => at.toZonedDateTimeISO(zone))
    if (!from || !until) continue
    Object.assign(values, {
      [partMark('options', index)]: '',
      [`options.${index}.day`]: from.toPlainDate().toString(),
      [`options.${index}.to`]: from.toPlainDate().equals(until.toPlainDate())
        ? ''
        : until.toPlainDate().toString(),
      [`options.${index}.start`]: from.toPlainTime().toString({ smallestUnit: 'minute' }),
      [`options.${index}.end`]: until.toPlainTime().toString({ smallestUnit: 'minute' }),
      [`options.${index}.zone`]: zone,
    })
    index++
  }
  return values
}

/** Empty dates up to so many, for a form that has none. */
export function withEmptyDates(values: FormValues, count: number, zone: string): FormValues {
  const filled = { ...values }
  for (let index = 0; index < count; index++) {
    filled[partMark('options', index)] ??= ''
    if (typedValue(filled, `options.${index}.zone`) === '') filled[`options.${index}.zone`] = zone
  }
  return filled
}

function instantIn(text: string): Temporal.Instant | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z$/.test(text)) return null
  try {
    return Temporal.Instant.from(text)
  } catch {
    return null
  }
}
