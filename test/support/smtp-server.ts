import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface ReceivedMail {
  /** The envelope. */
  from: string
  to: string[]
  /** What came over the wire, byte for byte. */
  raw: Buffer
}

/** What the server does with the next mails. */
export type Behaviour =
  | 'accept'
  /** Accepts the message and never answers. */
  | 'hang'
  /** Cuts the connections in the middle of the conversation. */
  | 'close'
  /** Accepts the message and cuts the connections instead of answering. */
  | 'forget'
  | { refuse: number; words: string; at: 'recipient' | 'message' }

export interface StandInMailServer {
  /** For SMTP_URL. */
  url: string
  received: ReceivedMail[]
  /** Attempts so far, refused ones included. */
  readonly attempts: number
  behave(behaviour: Behaviour): void
  close(): Promise<void>
}

/** A mail server on this machine that keeps what it gets; a test can make it refuse, hang or cut off. */
export async function startMailServer(options: SMTPServerOptions = {}, port = 0): Promise<StandInMailServer> {
  const received: ReceivedMail[] = []
  let behaviour: Behaviour = 'accept'
  let attempts = 0
  // As it was when the mail was announced: a test that has counted the attempt knows what comes of it.
  const announced = new Map<string, Behaviour>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onRcptTo: (_address, session, answer) => {
      attempts++
      announced.set(session.id, behaviour)
      if (behaviour === 'close') return cutConnections(server)
      answer(refusalAt('recipient', behaviour))
    },
    onData: (stream, session, answer) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const told = announced.get(session.id) ?? behaviour
        if (told === 'hang') return
        const refusal = refusalAt('message', told)
        if (refusal) return answer(refusal)
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(pieces),
        })
        if (told === 'forget') return cutConnections(server)
        answer()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.server.address()
  if (typeof address !== 'object' || !address) throw new Error('The stand-in mail server has no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    get attempts() {
      return attempts
    },
    behave: (next) => {
      behaviour = next
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function refusalAt(place: 'recipient' | 'message', behaviour: Behaviour): Error | undefined {
  if (typeof behaviour !== 'object' || behaviour.at !== place) return undefined
  return Object.assign(new Error(behaviour.words), { responseCode: behaviour.refuse })
}

function cutConnections(server: SMTPServer): void {
  // The types leave out what the server knows of its connections.
  const { connections } = server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }
  for (const connection of connections) connection._socket.destroy()
}
