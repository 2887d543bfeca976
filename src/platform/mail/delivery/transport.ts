import { isLoopback } from '../../settings/loopback.ts'
import { ClosedBefore, type MailConnection, openConnection, type ReadyMessage } from './connection.ts'

/** To each mail server, by default. */
export const usualConnections = 5

export interface Transport {
  send(message: ReadyMessage): Promise<void>
  close(): void
}

// Servers close those on which none come, or too many, each after as many as it likes: that is found out from the server (see
// ClosedBefore), since to be let in again can take it as long as hundreds of mails.
const mostOnOne = 1000
const longestIdleMs = 30_000

/** Connections to the mail server that SMTP_URL names: opened when needed, and kept for the mails that follow. */
export function openTransport(smtpUrl: string, connections: number): Transport {
  const { options, login } = readAddress(smtpUrl)
  const idle: MailConnection[] = []
  const waiting: (() => void)[] = []
  let busy = 0
  let isClosed = false
  const closeIdle = () => {
    for (const connection of idle.splice(0)) connection.close()
  }
  const idleTimer = setTimeout(closeIdle, longestIdleMs).unref()

  async function sendByOne(message: ReadyMessage): Promise<void> {
    const known = idle.pop()
    const connection = known?.isOpen() ? known : await openConnection(options, login)
    try {
      await connection.send(message)
    } catch (error) {
      if (!(error instanceof ClosedBefore)) throw error
      return sendByOne(message)
    } finally {
      if (isClosed || connection.count >= mostOnOne) connection.close()
      else if (connection.isOpen()) idle.push(connection)
    }
  }

  return {
    send: async (message) => {
      if (busy >= connections) await new Promise<void>((resolve) => waiting.push(resolve))
      else busy++
      try {
        await sendByOne(message)
      } finally {
        idleTimer.refresh()
        // The next caller in the queue takes over this place.
        const next = waiting.shift()
        if (next) next()
        else busy--
      }
    },
    close: () => {
      isClosed = true
      closeIdle()
    },
  }
}

function readAddress(smtpUrl: string) {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl)
  const secure = protocol === 'smtps:'
  const host = hostname.replace(/^\[|\]$/g, '')
  const login = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : null
  const options = {
    host,
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    // A password never travels in the clear. The certificate of this very machine proves nothing, and is often self-made.
    requireTLS: login !== null && !isLoopback(host),
    tls: { rejectUnauthorized: !isLoopback(host) },
    dnsTimeout: 10_000,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 45_000,
  }
  return { options, login }
}
