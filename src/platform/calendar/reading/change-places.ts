import type { DraftEvent } from './draft-event.ts'
import { atWall, keyOf, type Moment, seenOn } from './moment.ts'
import { dayWords, exactKey, findPlace, type Place, type Places, removePlace } from './places.ts'
import type { RemarkCode } from './remarks.ts'
import { isNewer } from './versions.ts'

export interface Changing {
  master: DraftEvent
  changes: readonly DraftEvent[]
  /** Times that the series leaves out. */
  excluded: ReadonlySet<number>
  /** Between these milliseconds all occurrences are known. */
  known: { from: number; to: number }
  note(code: RemarkCode, detail: string): void
}

/** Applies changes to the places of a series: those that hold for all that follow first, as a change of one of these says more. */
export function changePlaces(places: Places, changing: Changing): void {
  const stored = changing.changes.flatMap((change, index) => {
    if (!change.changeOf) return []
    const key = keyOf(change.changeOf)
    return isOvertaken(places, changing, change, change.changeOf)
      ? []
      : { change, index, key, of: change.changeOf }
  })
  const later = stored.filter(({ change }) => change.isForLater).toSorted((one, other) => one.key - other.key)
  for (const [key, place] of later.length > 0 ? places.byKey : []) {
    const last = later.findLast((each) => each.key < key)
    if (last) places.byKey.set(key, movedLike(last.change, last.of, place, last.index))
  }
  for (const { change, index, of } of stored) changeOne(places, changing, change, of, index)
}

const mostMoved = 366 * 86_400_000

/** How far changes of all that follow move them, in milliseconds: what they bring into a window lies as far outside it. */
export function farthestMove(changes: readonly DraftEvent[]): number {
  const moves = changes.flatMap(({ isForLater, changeOf, start }) =>
    isForLater && changeOf ? Math.abs(keyOf(start) - keyOf(changeOf)) : [],
  )
  return Math.min(
    mostMoved,
    moves.reduce((most, move) => Math.max(most, move), 0),
  )
}

// What a later version of the series leaves out is not brought back by an earlier change of that occurrence.
function isOvertaken(places: Places, { master, excluded, note }: Changing, change: DraftEvent, of: Moment) {
  const is = excluded.has(exactKey(places, of)) && isNewer(master, change)
  if (is) note('changeExcluded', dayWords(of))
  return is
}

// RFC 5545 3.8.4.4: later occurrences move by as much as the one that is named.
function movedLike({ start, span }: DraftEvent, of: Moment, place: Place, change: number): Place {
  const by = seenOn(of, start).until(start.wall)
  return { ...place, start: atWall(start, seenOn(place.start, start).add(by)), span, change, of: place.start }
}

function changeOne(
  places: Places,
  { master, known, note }: Changing,
  { start, span }: DraftEvent,
  of: Moment,
  index: number,
): void {
  const { key, isByDay } = findPlace(places, of)
  // A whole day says its occurrence by the day; an hour that none has is none of them.
  const replaced = isByDay && master.start.kind !== 'day' && of.kind !== 'day' ? null : key
  const id = replaced ?? keyOf(of)
  if (replaced !== null) removePlace(places, replaced)
  else if (id >= known.from && id <= known.to) note('changeWithoutOccurrence', dayWords(of))
  // A key of its own: two changes may fall on the same hour.
  places.byKey.set(id + (index + 1) / 1e6, { start, span, day: '', change: index, of })
}
