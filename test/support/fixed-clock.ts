import type { Clock } from '../../src/platform/context/clock.ts'

/** A clock that stands still until a test moves it. */
export class FixedClock implements Clock {
  #instant: Temporal.Instant

  constructor(instant = '2026-11-02T09:00:00Z') {
    this.#instant = Temporal.Instant.from(instant)
  }

  now(): Temporal.Instant {
    return this.#instant
  }

  moveTo(instant: string): void {
    this.#instant = Temporal.Instant.from(instant)
  }

  advance(duration: Temporal.DurationLike): void {
    this.#instant = this.#instant.toZonedDateTimeISO('UTC').add(duration).toInstant()
  }
}
