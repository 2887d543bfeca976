import type { Clock } from '../../src/platform/context/clock.ts'

/**
 * A clock that a test sets. It goes on by a millisecond at each reading, as no real clock is still between two: code that reads it twice
 * and takes both for one instant fails here and not only where it is used.
 */
export class FixedClock implements Clock {
  #instant: Temporal.Instant
  readonly #tickMs: number

  /** `standsStill` explains why a test needs a clock that shows one instant at every reading. */
  constructor(instant = '2026-11-02T09:00:00Z', { standsStill }: { standsStill?: string } = {}) {
    this.#instant = Temporal.Instant.from(instant)
    this.#tickMs = standsStill === undefined ? 1 : 0
  }

  now(): Temporal.Instant {
    const read = this.#instant
    this.#instant = read.add({ milliseconds: this.#tickMs })
    return read
  }

  moveTo(instant: string): void {
    this.#instant = Temporal.Instant.from(instant)
  }

  advance(duration: Temporal.DurationLike): void {
    this.#instant = this.#instant.toZonedDateTimeISO('UTC').add(duration).toInstant()
  }
}
