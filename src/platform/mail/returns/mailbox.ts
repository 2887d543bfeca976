import { isLoopback } from '../../settings/loopback.ts'

/** A message of a mailbox: read in full, then removed or left. */
export interface HeldMessage {
  bytes: Uint8Array
  remove(): Promise<void>
}

export interface MailboxLimits {
  /** Of one visit. */
  messages: number
  /** A longer one is cut there: reports have their facts at the beginning. */
  bytes: number
}

/**
 * Visits a mailbox by IMAP or POP3 and shows its newest messages one after the other, the oldest of them first: who writes twice means
 * the second. Both wait at most half a minute for an answer.
 */
export async function visitMailbox(
  address: string,
  limits: MailboxLimits,
  show: (message: HeldMessage) => Promise<void>,
): Promise<void> {
  const { protocol, hostname, port, username, password, pathname } = new URL(address)
  const host = hostname.replace(/^\[|\]$/g, '')
  const account = {
    host,
    port: port ? Number(port) : null,
    isEncrypted: protocol === 'imaps:' || protocol === 'pop3s:',
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    // The certificate of this very machine proves nothing, and is often self-made.
    tls: { rejectUnauthorized: !isLoopback(host) },
  }
  if (protocol.startsWith('imap'))
    return visitByImap({ ...account, folder: decodeURIComponent(pathname.slice(1)) || 'INBOX' }, limits, show)
  return visitByPop3(account, limits, show)
}

interface Account {
  host: string
  port: number | null
  isEncrypted: boolean
  user: string
  password: string
  tls: { rejectUnauthorized: boolean }
}

const patienceMs = 30_000

async function visitByImap(
  { host, port, isEncrypted, user, password, tls, folder }: Account & { folder: string },
  limits: MailboxLimits,
  show: (message: HeldMessage) => Promise<void>,
): Promise<void> {
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host,
    port: port ?? (isEncrypted ? 993 : 143),
    secure: isEncrypted,
    // A password never travels in the clear.
    ...(isEncrypted || isLoopback(host) ? {} : { doSTARTTLS: true }),
    auth: { user, pass: password },
    tls,
    logger: false,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  })
  await client.connect()
  try {
    const lock = await client.getMailboxLock(folder)
    try {
      const all = (await client.search({ all: true }, { uid: true })) || []
      for (const uid of all.slice(-limits.messages)) {
        const message = await client.fetchOne(
          String(uid),
          { source: { maxLength: limits.bytes } },
          { uid: true },
        )
        const bytes = message ? message.source : undefined
        if (!bytes) continue
        await show({
          bytes,
          remove: async () => void (await client.messageDelete(String(uid), { uid: true })),
        })
      }
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
}

async function visitByPop3(
  { host, port, isEncrypted, user, password, tls }: Account,
  limits: MailboxLimits,
  show: (message: HeldMessage) => Promise<void>,
): Promise<void> {
  const { default: Pop3 } = await import('node-pop3')
  const client = new Pop3({
    host,
    port: port ?? (isEncrypted ? 995 : 110),
    user,
    password,
    tls: isEncrypted,
    tlsOptions: tls,
    timeout: patienceMs,
  })
  // It listens on after a refusal, and an error without a listener would end the process.
  client.on('error', () => undefined)
  try {
    const listed = await client.LIST()
    const sizes = listed.flatMap((each) => (Array.isArray(each) ? [each.map(Number)] : []))
    for (const [number = 0, size = 0] of sizes.slice(-limits.messages)) {
      // A long message without its end is still a report; TOP counts lines of at most a thousand signs.
      const [, sent] =
        size > limits.bytes
          ? await client.command('TOP', number, Math.floor(limits.bytes / 1000))
          : await client.command('RETR', number)
      await show({ bytes: await bytesOf(sent), remove: async () => void (await client.DELE(number)) })
    }
    // Marked messages are removed at the end of the visit, and not when it breaks.
    await client.QUIT()
  } finally {
    client._socket?.destroy()
  }
}

// As they are: RETR and TOP of the library read every charset as UTF-8, and leave the dots that the protocol doubles at the beginning of lines.
async function bytesOf(sent: AsyncIterable<Buffer>): Promise<Buffer> {
  const text = Buffer.concat(await Array.fromAsync(sent)).toString('latin1')
  return Buffer.from(text.replaceAll(/(^|\r\n)\.\./g, '$1.'), 'latin1')
}
