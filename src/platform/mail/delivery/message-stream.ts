import { Readable, Transform } from 'node:stream'

const endOfMessage = Buffer.from('.\r\n')

/**
 * A message as the library takes it. Bytes that may go over the wire as they are (see ReadyMessage) it need not read one by
 * one: they leave with the end of the message in one piece.
 */
export class MessageStream extends Readable {
  readonly #raw: Buffer
  readonly #isWireReady: boolean
  #hasBegun = false

  constructor(raw: Buffer, isWireReady: boolean) {
    super()
    this.#raw = raw
    this.#isWireReady = isWireReady
  }

  /** Whether the server may have heard something of the message. */
  get hasBegun(): boolean {
    return this.#hasBegun
  }

  override pipe<T extends NodeJS.WritableStream>(destination: T, options?: { end?: boolean }): T {
    this.#hasBegun = true
    // What writes dots before dots, and the end: its other side takes what needs neither.
    if (!this.#isWireReady || !(destination instanceof Transform)) return super.pipe(destination, options)
    destination.push(Buffer.concat([this.#raw, endOfMessage]))
    destination.push(null)
    return destination
  }

  override _read(): void {
    this.push(this.#raw)
    this.push(null)
  }
}
