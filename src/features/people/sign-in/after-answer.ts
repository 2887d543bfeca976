// The last packet of the answer has left after this time, and the next request on the same connection is not held up.
const apartMs = 100

/**
 * Runs work after the answer is sent, so that the response time does not reveal what was found. `settled` waits for all of it before the
 * server closes.
 */
export class AfterAnswer {
  readonly #running = new Set<Promise<void>>()
  readonly #onError: (error: unknown) => void

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError
  }

  run(work: () => Promise<void>): void {
    const running = new Promise<void>((resolve) => setTimeout(resolve, apartMs))
      .then(work)
      .catch(this.#onError)
      .finally(() => this.#running.delete(running))
    this.#running.add(running)
  }

  async settled(): Promise<void> {
    await Promise.all(this.#running)
  }
}
