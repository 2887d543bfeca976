import { LRUCache } from 'lru-cache'
import { isLoopback } from '../../settings/loopback.ts'

/** A message of a mailbox, read in full. */
export interface HeldMessage {
  bytes: Uint8Array
  /** How often it was shown before, and nothing came of it. */
  tries: number
}

/** What becomes of it: it goes, stays unread from now on or for an hour, or is shown again: a few times (`later`), or as often as it takes. */
export type Fate = 'removed' | 'left' | 'waits' | 'later' | 'busy'

type Show = (message: HeldMessage) => Promise<Fate>

export interface MailboxLimits {
  /** Of one visit. */
  messages: number
  /** A longer one is cut there: reports have their facts at the beginning. */
  bytes: number
  /** When it takes place. */
  now: Temporal.Instant
}

/** How often a message is shown of which nothing came, through a fault that may have been ours. */
export const mostTries = 3

// What is none of ours stays in its box, for years perhaps, and is not even fetched at each visit: only after a restart.
const tried = new LRUCache<string, Tried>({ max: 20_000 })
interface Tried {
  tries: number
  /** Milliseconds: until then it is not fetched. */
  until: number
}

const waitMs = 60 * 60 * 1000

/**
 * Visits a mailbox by IMAP or POP3 and shows its newest messages one after the other, the oldest of them first: who writes twice means
 * the second. Both wait at most half a minute for an answer. Returns how many stay that were put aside before.
 */
export async function visitMailbox(address: string, limits: MailboxLimits, show: Show): Promise<number> {
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
  let aside = 0
  const keyOf = (id: string) => `${address} ${id}`
  const now = limits.now.epochMilliseconds
  const visit: BoxVisit = {
    limits,
    isNew: (id) => {
      const { tries = 0, until = 0 } = tried.get(keyOf(id)) ?? {}
      const isAside = tries >= mostTries || until > now
      if (isAside) aside++
      return !isAside
    },
    show: async (id, bytes, remove) => {
      const tries = tried.get(keyOf(id))?.tries ?? 0
      const fate = await show({ bytes, tries })
      if (fate === 'removed') await remove()
      else if (fate === 'waits') tried.set(keyOf(id), { tries, until: now + waitMs })
      else if (fate !== 'busy')
        tried.set(keyOf(id), { tries: fate === 'left' ? mostTries : tries + 1, until: 0 })
    },
  }
  if (protocol.startsWith('imap'))
    await visitByImap({ ...account, folder: decodeURIComponent(pathname.slice(1)) || 'INBOX' }, visit)
  else await visitByPop3(account, visit)
  return aside
}

/** Messages have ids that stay theirs from visit to visit. */
interface BoxVisit {
  limits: MailboxLimits
  isNew(id: string): boolean
  show(id: string, bytes: Uint8Array, remove: () => Promise<unknown>): Promise<void>
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
  { limits, isNew, show }: BoxVisit,
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
  // A connection that breaks fails what waits for it; without a listener its error would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const lock = await client.getMailboxLock(folder)
    try {
      const all = (await client.search({ all: true }, { uid: true })) || []
      const { uidValidity } = client.mailbox || {}
      const idOf = (uid: number) => `${uidValidity} ${uid}`
      const uids = all.filter((uid) => isNew(idOf(uid)))
      for (const uid of uids.slice(-limits.messages)) {
        const message = await client.fetchOne(
          String(uid),
          { source: { maxLength: limits.bytes } },
          { uid: true },
        )
        const bytes = message ? message.source : undefined
        if (bytes) await show(idOf(uid), bytes, () => client.messageDelete(String(uid), { uid: true }))
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
  { limits, isNew, show }: BoxVisit,
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
    const pairs = (listed: (string | string[])[]) =>
      listed.flatMap((each) => (Array.isArray(each) ? [[Number(each[0]), each[1] ?? ''] as const] : []))
    const sizes = new Map(pairs(await client.LIST()))
    const ids = pairs(await client.UIDL()).filter(([, id]) => isNew(id))
    for (const [number, id] of ids.slice(-limits.messages)) {
      // A long message without its end is still a report; TOP counts lines of at most a thousand signs.
      const [, sent] =
        Number(sizes.get(number)) > limits.bytes
          ? await client.command('TOP', number, Math.floor(limits.bytes / 1000))
          : await client.command('RETR', number)
      await show(id, await bytesOf(sent), () => client.DELE(number))
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
