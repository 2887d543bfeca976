import { Readable, Transform } from 'node:stream'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'

/** A connection to a mail server that has let us in. */
export interface MailConnection {
  /** Sends one message; `isOpen` says whether another may follow. */
  send(message: ReadyMessage): Promise<void>
  isOpen(): boolean
  /** Messages that were tried on it. */
  readonly count: number
  close(): void
}

export interface Login {
  user: string
  pass: string
}

type SmtpError = SMTPConnection.SMTPError

/** The server had closed the connection, or wants to, before it took any of the message: idle for too long, or after so many others. */
export class ClosedBefore extends Error {}

const longestAttemptMs = 120_000

/** The message was not to leave after all, or what it waited for did not come in time: the server has not got the end of it. */
export class HeldBack extends Error {}

/** Opens a connection and signs in on it. What it throws has a command of those that know of no mail, see failure.ts. */
export async function openConnection(
  options: SMTPConnection.Options,
  login: Login | null,
): Promise<MailConnection> {
  // A server without a mail server never loads it.
  const { default: Connection } = await import('nodemailer/lib/smtp-connection')
  const connection = new Connection(options)
  // An error while nothing is sent is reported to the next caller that sends.
  connection.on('error', () => undefined)
  await step(connection, 'CONN', (done) => connection.connect(done))
  if (login && connection.allowsAuth)
    await step(connection, 'AUTH', (done) => connection.login({ credentials: login }, done))
  let count = 0
  return {
    send: (message) => sendOne(connection, message, count++ > 0),
    isOpen: () => !connection.destroyed,
    get count() {
      return count
    },
    close: () => {
      if (!connection.destroyed) connection.quit()
    },
  }
}

/** One step of the greeting; the library reports some of its ends by events alone. */
async function step(
  connection: SMTPConnection,
  command: string,
  take: (done: (error?: SmtpError | null) => void) => void,
): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject)
      connection.once('end', () => reject(closedDuring(connection, command)))
      take((error) => (error ? reject(error) : resolve()))
    })
  } catch (error) {
    connection.close()
    throw error
  }
}

function closedDuring({ lastServerResponse }: SMTPConnection, command: string): Error {
  const response = lastServerResponse || undefined
  const responseCode = Number(/^[45]\d\d/.exec(response ?? '')?.[0] ?? 0)
  return Object.assign(new Error('The server closed the connection'), {
    code: 'ECONNECTION',
    command,
    ...(responseCode > 0 ? { response, responseCode } : {}),
  })
}

async function sendOne(
  connection: SMTPConnection,
  { envelope, ...message }: ReadyMessage,
  wasUsed: boolean,
): Promise<void> {
  const stream = new MessageStream(message)
  let timer: NodeJS.Timeout | undefined
  const error = await new Promise<SmtpError | null>((resolve) => {
    timer = setTimeout(() => {
      resolve(Object.assign(new Error('The mail server took too long'), { code: 'EABORT' }))
    }, longestAttemptMs)
    stream.held.then(() => resolve(new Error('It may not leave')))
    connection.send({ ...envelope }, stream, resolve)
  })
  clearTimeout(timer)
  if (error === null) return
  if (stream.isWaiting) {
    stream.abandon()
    // A message that was begun is taken back by nothing else.
    connection.close()
    throw new HeldBack(error.message)
  }
  const isRefusal = (error.responseCode ?? 0) > 0 && error.responseCode !== 421
  if (isRefusal && !connection.destroyed) {
    await beginAgain(connection)
    throw error
  }
  connection.close()
  // 421 on a connection that has worked, before a sender or recipient is named, does not concern this message.
  const isAboutConnection =
    !error.responseCode || (error.responseCode === 421 && error.command === 'MAIL FROM')
  if (wasUsed && isAboutConnection && !stream.hasBegun) throw new ClosedBefore(error.message)
  // The library reports a conversation that ends in its middle as if there had been none.
  throw isRefusal ? error : Object.assign(error, { command: 'DATA' })
}

function beginAgain(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve) => {
    connection.once('end', resolve)
    connection.reset((error) => {
      connection.off('end', resolve)
      if (error) connection.close()
      resolve()
    })
  })
}

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
class MessageStream extends Readable {
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
