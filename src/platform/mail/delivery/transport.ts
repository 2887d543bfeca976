import { isLoopback } from '../../settings/loopback.ts'

export const connections = 5

/** A message as it goes over the wire, and where to. */
export interface ReadyMessage {
  envelope: { from: string; to: string }
  raw: Buffer
}

export interface Transport {
  send(message: ReadyMessage): Promise<void>
  close(): void
}

const longestAttemptMs = 120_000

/** Connections to the mail server that SMTP_URL names: opened when needed, and kept for the mails that follow. */
export async function openTransport(smtpUrl: string): Promise<Transport> {
  // A server without one never loads it.
  const { createTransport } = await import('nodemailer')
  const { protocol, hostname, port, username, password } = new URL(smtpUrl)
  const secure = protocol === 'smtps:'
  const auth = username
    ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
    : undefined
  const host = hostname.replace(/^\[|\]$/g, '')
  const pool = createTransport({
    pool: true,
    host,
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    ...(auth ? { auth } : {}),
    // A password never travels in the clear. The certificate of this very machine proves nothing, and is often self-made.
    requireTLS: auth !== undefined && !isLoopback(host),
    tls: { rejectUnauthorized: !isLoopback(host) },
    maxConnections: connections,
    maxMessages: 100,
    // What is tried again, and when, is decided in claims.ts.
    maxRequeues: 0,
    dnsTimeout: 10_000,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 45_000,
    idleTimeout: 30_000,
  })
  return {
    send: async (message) => {
      await pool.sendMail({ ...message, signal: AbortSignal.timeout(longestAttemptMs) })
    },
    close: () => pool.close(),
  }
}
