import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import {
  closureAround,
  dayAfter,
  daysFrom,
  daysOffOn,
  isBridge,
  isHoliday,
  isWeekend,
  type Side,
} from '../../planning/side.ts'

/** What a day is in a country: how its offices are, and what it is called. */
export interface DayNote {
  country: string
  /** `closed`: by a holiday or amid one; `open`: a holiday that closes nothing, or only of some places. */
  kind: 'closed' | 'bridge' | 'open'
  names: LocalizedName[]
}

/** The look of a day in a calendar. */
export interface DayLook {
  notes: DayNote[]
  /** Classes by which it is shaded; the notes say why in words. */
  classes: string
}

/** The look of some days, by their ISO form. */
export function dayLooks(
  sides: readonly Side[],
  days: readonly string[],
  today: string,
): ReadonlyMap<string, DayLook> {
  return new Map(
    days.map((day) => {
      const notes = dayNotes(sides, day)
      const has = (kind: DayNote['kind']) => notes.some((note) => note.kind === kind)
      const classes = [
        'day',
        ...(sides.some((side) => isWeekend(side, day)) ? ['day-weekend'] : []),
        ...(has('closed') ? ['day-closed'] : []),
        ...(has('bridge') ? ['day-bridge'] : []),
        ...(day === today ? ['day-today'] : []),
      ].join(' ')
      return [day, { notes, classes }]
    }),
  )
}

/** Days on end on which the offices of a country are closed, longer than any weekend. */
export interface Closure {
  country: string
  from: string
  to: string
}

/** What a day is on each side where it is not like the others, in the order of the sides. */
function dayNotes(sides: readonly Side[], day: string): DayNote[] {
  return sides.flatMap((side): DayNote[] => {
    const holidays = side.holidays.get(day) ?? []
    const names = holidays.map(({ name }) => name)
    const note = { country: side.country, names }
    if (daysOffOn(side, day).length > 0) return [{ ...note, kind: 'closed' }]
    if (isBridge(side, day)) return [{ ...note, kind: 'bridge' }]
    if (isWithinClosure(side, day)) return [{ ...note, kind: 'closed' }]
    return names.length > 0 ? [{ ...note, kind: 'open' }] : []
  })
}

// A weekend beside a lone holiday needs no word; one amid ten days does.
const longClosure = 4

function isWithinClosure(side: Side, day: string): boolean {
  const closure = isWeekend(side, day) ? closureAround(side, day) : null
  return closure !== null && isLong(side, closure)
}

function isLong(side: Side, { from, to }: { from: string; to: string }): boolean {
  return to >= dayAfter(from, longClosure - 1) && daysFrom(from, to).some((day) => isHoliday(side, day))
}

/** The long closures that touch some days, each once, in their order. */
export function longClosures(sides: readonly Side[], from: string, to: string): Closure[] {
  return sides.flatMap((side) => {
    const found = new Map<string, Closure>()
    for (const day of daysFrom(from, to)) {
      const closure = closureAround(side, day)
      if (closure && isLong(side, closure)) found.set(closure.from, { country: side.country, ...closure })
    }
    return [...found.values()]
  })
}
