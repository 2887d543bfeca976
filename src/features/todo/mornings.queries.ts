import { dayOf, readOnce } from '../../platform/context/clock.ts'
import type { Context } from '../../platform/context/context.ts'
import { zoneOf } from '../../platform/dates/index.ts'
import { isWorkingDay, listSides } from '../agenda/planning/index.ts'

/** A day in a country, and whether its offices are open at this hour. */
export interface Morning {
  /** ISO, on the clock of the country. */
  day: string
  isOpen: boolean
}

const [opens, closes] = [9, 18]

/** Which day it is in countries, and whether offices are open: from nine to six, on no weekend and no holiday. */
export async function listMorningsOf(
  context: Context,
  networkId: string,
  countries: ReadonlySet<string>,
): Promise<Map<string, Morning>> {
  const clock = readOnce(context.clock)
  const today = dayOf(clock)
  const sides = await listSides(context, {
    countries: [...countries],
    from: today,
    to: today,
    knownOn: today,
    networkId,
  })
  return new Map(
    sides.map((side) => {
      const local = clock.now().toZonedDateTimeISO(zoneOf(side.country))
      const day = local.toPlainDate().toString()
      const isOpen = local.hour >= opens && local.hour < closes && isWorkingDay(side, day)
      return [side.country, { day, isOpen }]
    }),
  )
}
