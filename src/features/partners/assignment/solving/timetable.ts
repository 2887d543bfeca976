import { interpretersFor, type Pair, type PlacedMeeting, type Problem } from './problem.ts'

/** A meeting of the timetable, in a slot or in none yet. */
export interface Entry {
  readonly pair: Pair
  readonly origin: PlacedMeeting['origin']
  /** The kinds of interpreters that would do; null where none is needed. */
  readonly kinds: readonly number[] | null
  /** Published, or set by the organiser: it is not moved. */
  readonly isPinned: boolean
  readonly table: number | null
  slot: number
  kind: number
}

/** The rule left aside to see whether it is in the way. */
export type Relaxed = 'interpreters' | 'tables' | 'pins' | 'absences' | null

const none = -1

/** The meetings of each slot: no participant is in two places, and every step can be taken back. */
export class Timetable {
  readonly problem: Problem
  readonly entries: Entry[] = []
  relaxed: Relaxed = null
  /** Whether any meeting needs an interpreter, and whether any is not to be moved. */
  isInterpreted = false
  isPinned = false
  readonly #cells: Int32Array
  readonly #absent: Uint8Array
  readonly #tables: Int32Array
  readonly #kinds: Int32Array
  readonly #steps: { id: number; slot: number; kind: number }[] = []

  constructor(problem: Problem) {
    this.problem = problem
    const { participants, slots } = problem
    this.#cells = new Int32Array(participants.length * slots).fill(none)
    this.#absent = new Uint8Array(participants.length * slots)
    for (const [one, { absent }] of participants.entries())
      for (const slot of absent) this.#absent[one * slots + slot] = 1
    this.#tables = new Int32Array(slots)
    this.#kinds = new Int32Array(slots * (problem.interpreters?.length ?? 0))
  }

  /** Adds a meeting that has no slot yet; answers its number. */
  add(entry: Pick<Entry, 'pair' | 'origin' | 'isPinned' | 'table'>): number {
    const kinds = interpretersFor(this.problem, entry.pair)
    this.isInterpreted ||= kinds !== null
    this.isPinned ||= entry.isPinned
    this.entries.push({ ...entry, kinds, slot: none, kind: none })
    return this.entries.length - 1
  }

  isThere(one: number, slot: number): boolean {
    return this.relaxed === 'absences' || this.#absent[one * this.problem.slots + slot] !== 1
  }

  /** The meeting that a participant has in a slot, by number; null for none. */
  at(one: number, slot: number): number | null {
    const id = this.#cells[one * this.problem.slots + slot] ?? none
    return id === none ? null : id
  }

  isMovable(id: number): boolean {
    return this.relaxed === 'pins' || this.entries[id]?.isPinned === false
  }

  hasTable(slot: number): boolean {
    const { tables } = this.problem
    return this.relaxed === 'tables' || tables === null || this.tablesLeft(slot) > 0
  }

  tablesLeft(slot: number): number {
    const { tables } = this.problem
    return tables === null ? Number.POSITIVE_INFINITY : (tables[slot] ?? 0) - (this.#tables[slot] ?? 0)
  }

  kindsLeft(kind: number, slot: number): number {
    const { interpreters, slots } = this.problem
    return (interpreters?.[kind]?.atOnce[slot] ?? 0) - (this.#kinds[kind * slots + slot] ?? 0)
  }

  /** Whether two who are free in a slot are both there. */
  isOpen(id: number, slot: number): boolean {
    const [a, b] = this.pairOf(id)
    return this.isThere(a, slot) && this.isThere(b, slot)
  }

  isFreeFor(id: number, slot: number): boolean {
    const [a, b] = this.pairOf(id)
    return this.isOpen(id, slot) && this.at(a, slot) === null && this.at(b, slot) === null
  }

  pairOf(id: number): Pair {
    return this.entries[id]?.pair ?? [0, 0]
  }

  slotOf(id: number): number | null {
    const slot = this.entries[id]?.slot ?? none
    return slot === none ? null : slot
  }

  /** Places a meeting in a slot where both are free, with a table, and an interpreter if needed; false where it is impossible. */
  put(id: number, slot: number): boolean {
    const entry = this.entries[id]
    if (!entry || !this.isFreeFor(id, slot) || !this.hasTable(slot)) return false
    const kind = this.#chooseKind(entry, slot)
    if (kind === null) return false
    this.#set(id, slot, kind)
    return true
  }

  /** Takes a meeting out of its slot. */
  take(id: number): void {
    this.#set(id, none, none)
  }

  mark(): number {
    return this.#steps.length
  }

  /** Takes back whatever was done since a mark. */
  goBack(mark: number): void {
    while (this.#steps.length > mark) {
      const step = this.#steps.pop()
      if (step) this.#write(step.id, step.slot, step.kind)
    }
  }

  /** Lets go of what could be taken back. */
  keep(): void {
    this.#steps.length = 0
  }

  /** The meetings of a slot, by number. */
  inSlot(slot: number): number[] {
    return this.problem.participants.flatMap(({ side }, one) => {
      const id = side === 0 ? this.at(one, slot) : null
      return id === null ? [] : [id]
    })
  }

  /** The meetings of a participant, by number, in the order of the slots. */
  meetingsOf(one: number): number[] {
    return Array.from({ length: this.problem.slots }, (_, slot) => this.at(one, slot)).filter(
      (id) => id !== null,
    )
  }

  // None where none is needed, null where there is none left, not even when others change theirs.
  #chooseKind({ kinds }: Entry, slot: number): number | null {
    if (kinds === null || this.relaxed === 'interpreters') return none
    const free = kinds.find((kind) => this.kindsLeft(kind, slot) > 0)
    if (free !== undefined) return free
    for (const kind of kinds)
      for (const other of this.inSlot(slot)) {
        const entry = this.entries[other]
        if (entry?.kind !== kind) continue
        const instead = entry.kinds?.find((each) => each !== kind && this.kindsLeft(each, slot) > 0)
        if (instead === undefined) continue
        this.#set(other, slot, instead)
        return kind
      }
    return null
  }

  #set(id: number, slot: number, kind: number): void {
    const entry = this.entries[id]
    if (!entry) return
    this.#steps.push({ id, slot: entry.slot, kind: entry.kind })
    this.#write(id, slot, kind)
  }

  #write(id: number, slot: number, kind: number): void {
    const entry = this.entries[id]
    if (!entry) return
    if (entry.slot !== none) this.#count(entry, none, -1)
    entry.slot = slot
    entry.kind = kind
    if (slot !== none) this.#count(entry, id, 1)
  }

  #count({ pair: [a, b], slot, kind }: Entry, id: number, by: 1 | -1): void {
    const { slots } = this.problem
    this.#cells[a * slots + slot] = id
    this.#cells[b * slots + slot] = id
    this.#tables[slot] = (this.#tables[slot] ?? 0) + by
    if (kind !== none) this.#kinds[kind * slots + slot] = (this.#kinds[kind * slots + slot] ?? 0) + by
  }
}
