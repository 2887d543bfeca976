import type { Timed } from './draft-series.ts'
import { atWall, keyOf, type Moment, seenOn } from './moment.ts'

/** Once that a series takes place, as the series itself or one of its changes says. */
export interface Place extends Timed {
  /** ISO; its day before the change. */
  day: string
  change: number | null
  /** The time that the series gave it, by which others know it; null where no change has made it another. */
  of: Moment | null
}

/** The places of a series by the time that the series gave each, changed or not. */
export interface Places {
  byKey: Map<number, Place>
  byDay: Map<string, Set<number>>
  master: Moment
}

export function placesOf(master: Moment, dates: readonly Timed[]): Places {
  const byKey = new Map<number, Place>()
  const byDay = new Map<string, Set<number>>()
  for (const { start, span } of dates) {
    const [key, day] = [keyOf(start), dayWords(start)]
    byKey.set(key, { start, span, day, change: null, of: null })
    byDay.set(day, (byDay.get(day) ?? new Set()).add(key))
  }
  return { byKey, byDay, master }
}

export function removePlace({ byKey, byDay }: Places, key: number): void {
  byDay.get(byKey.get(key)?.day ?? '')?.delete(key)
  byKey.delete(key)
}

/** The occurrence that a time of the file means: the one at that instant, else the only one of its day. */
export function findPlace(places: Places, moment: Moment): { key: number | null; isByDay: boolean } {
  const { byKey, byDay, master } = places
  const exact = exactKey(places, moment)
  if ((moment.kind !== 'day' || master.kind === 'day') && byKey.has(exact))
    return { key: exact, isByDay: moment.kind !== master.kind && master.kind === 'day' }
  const ofDay = byDay.get(seenOn(moment, master).toPlainDate().toString())
  const [only = null] = ofDay?.size === 1 ? ofDay : []
  return { key: only, isByDay: true }
}

/** The key that a time of the file has among the places of a series, if there is one of it. */
export function exactKey({ master }: Places, moment: Moment): number {
  const wall = seenOn(moment, master)
  if (master.kind === 'day') return keyOf(atWall(master, wall.with({ hour: 0, minute: 0, second: 0 })))
  return keyOf(moment.clock === null ? atWall(master, wall) : moment)
}

export const dayWords = ({ wall }: Moment) => wall.toPlainDate().toString()
