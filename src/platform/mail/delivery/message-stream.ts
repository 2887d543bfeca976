import { Readable, Transform } from 'node:stream'
import type { ReadyMessage } from './transport.ts'

/** What a message that is ready for the wire ends with. */
export const endOfMessage = '.\r\n'

/**
 * A message as the library takes it. Bytes that may go over the wire as they are (see ReadyMessage) it need not read one by
 * one: they leave in one piece, once they may.
 */
export class MessageStream extends Readable {
  readonly #raw: Buffer
  readonly #isWireReady: boolean
  readonly #mayLeave: Promise<boolean> | undefined
  readonly #held = Promise.withResolvers<void>()
  #state: 'new' | 'waiting' | 'begun' | 'abandoned' = 'new'

  constructor({ raw, isWireReady = false, mayLeave }: Omit<ReadyMessage, 'envelope'>) {
    super()
    this.#raw = raw
    this.#isWireReady = isWireReady
    this.#mayLeave = mayLeave
  }

  /** Whether the server may have heard something of the message. */
  get hasBegun(): boolean {
    return this.#state === 'begun'
  }

  /** Whether the server waits for it, which may not leave yet. */
  get isWaiting(): boolean {
    return this.#state === 'waiting'
  }

  /** Comes true when it may not leave. */
  get held(): Promise<void> {
    return this.#held.promise
  }

  /** It does not leave any more, whatever it waits for. */
  abandon(): void {
    this.#state = 'abandoned'
  }

  override pipe<T extends NodeJS.WritableStream>(destination: T, options?: { end?: boolean }): T {
    // What writes dots before dots, and the end: its other side takes what needs neither.
    if (!this.#isWireReady || !(destination instanceof Transform)) {
      this.#state = 'begun'
      return super.pipe(destination, options)
    }
    if (this.#mayLeave === undefined) this.#leaveBy(destination)
    else {
      this.#state = 'waiting'
      this.#mayLeave.then((may) => {
        if (this.#state !== 'waiting') return
        if (may) this.#leaveBy(destination)
        else this.#held.resolve()
      })
    }
    return destination
  }

  #leaveBy(destination: Transform): void {
    this.#state = 'begun'
    destination.push(this.#raw)
    destination.push(null)
  }

  override _read(): void {
    this.push(this.#isWireReady ? this.#raw.subarray(0, -endOfMessage.length) : this.#raw)
    this.push(null)
  }
}
