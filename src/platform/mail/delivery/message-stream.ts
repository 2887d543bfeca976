import { Readable, Transform } from 'node:stream'

/** A message as it goes over the wire, and where to. */
export interface ReadyMessage {
  envelope: { from: string; to: string }
  raw: Buffer
  /** It goes over the wire as it is: every line ends with CRLF, none begins with a dot, and the dot that ends a message follows. */
  isWireReady?: boolean
  /**
   * Awaited before any byte of a message that is ready for the wire goes, while the server hears sender and recipient. False:
   * it does not go, see HeldBack.
   */
  mayLeave?: Promise<boolean>
}

/** The end of a message that is ready for the wire. */
export const endOfMessage = '.\r\n'

/**
 * A message as the library takes it. It need not read bytes that may go over the wire unchanged (see ReadyMessage) one by
 * one: they leave in one piece, but for the dot that ends them, which waits until the message may leave. Without it a server takes nothing
 * (RFC 5321, 4.1.1.4).
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

  /** Whether the server may have taken the message. */
  get hasBegun(): boolean {
    return this.#state === 'begun'
  }

  /** Whether the server waits for its end, which may not leave yet. */
  get isWaiting(): boolean {
    return this.#state === 'waiting'
  }

  /** Resolves when it may not leave. */
  get held(): Promise<void> {
    return this.#held.promise
  }

  /** It no longer leaves, whatever it waits for. */
  abandon(): void {
    this.#state = 'abandoned'
  }

  override pipe<T extends NodeJS.WritableStream>(destination: T, options?: { end?: boolean }): T {
    // The library's stream that doubles dots and adds the end: its other side takes bytes that need neither.
    if (!this.#isWireReady || !(destination instanceof Transform)) {
      this.#state = 'begun'
      return super.pipe(destination, options)
    }
    if (this.#mayLeave === undefined) {
      this.#state = 'begun'
      destination.push(this.#raw)
      destination.push(null)
      return destination
    }
    this.#state = 'waiting'
    destination.push(this.#raw.subarray(0, -endOfMessage.length))
    this.#mayLeave.then((may) => {
      if (this.#state !== 'waiting') return
      if (!may) return this.#held.resolve()
      this.#state = 'begun'
      destination.push(endOfMessage)
      destination.push(null)
    })
    return destination
  }

  override _read(): void {
    this.push(this.#isWireReady ? this.#raw.subarray(0, -endOfMessage.length) : this.#raw)
    this.push(null)
  }
}
