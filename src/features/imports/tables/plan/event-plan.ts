import { fold } from '../../../../platform/search/index.ts'
import { type PlannedRow, type PlanOptions, repeatState } from './planned-row.ts'

/** The events of a network by `eventKey`. */
export type HeldEvents = ReadonlyMap<string, string>

/** The key of an event: its title, in any language, and its date. */
export function eventKey(title: string, when: string | null): string {
  return `${fold(title)}|${when ?? ''}`
}

/** What the rows of a list of events are: new, in the agenda already, or a repeat of an earlier row. */
export class EventPlan {
  readonly #options: PlanOptions
  readonly #held: HeldEvents
  readonly #rows = new Map<string, number>()

  constructor(options: PlanOptions, held: HeldEvents) {
    this.#options = options
    this.#held = held
  }

  tell(row: PlannedRow): PlannedRow {
    const { facts } = row
    const { answers } = this.#options
    const key = eventKey(facts.event?.title ?? '', facts.event?.when ?? null)
    const known = this.#held.get(key) ?? null
    if (known !== null) return { ...row, pair: key, known, state: 'known' }
    const earlier = this.#rows.get(key) ?? null
    if (earlier === null) this.#rows.set(key, facts.number)
    const planned = { ...row, pair: key, sameAs: earlier }
    const repeated = repeatState(answers.repeats, earlier)
    if (repeated !== null) return { ...planned, state: repeated }
    return { ...planned, state: earlier !== null && answers.repeats === 'merge' ? 'merged' : 'new' }
  }
}
