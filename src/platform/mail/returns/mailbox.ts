import { LRUCache } from 'lru-cache'
import { isLoopback } from '../../settings/loopback.ts'

/** What becomes of a message: it goes, stays unread from now on or for an hour, or is shown again: a few times (`later`), or as often as it takes. */
export type Fate = 'removed' | 'left' | 'waits' | 'later' | 'busy'

interface Visitor<Read> {
  /** Called for a message while the one before it is taken. */
  read(bytes: Uint8Array): Promise<Read>
  take(message: HeldMessage<Read>): Promise<Fate>
}

/** A message of a mailbox, read in full. */
export interface HeldMessage<Read> {
  bytes: Uint8Array
  read: Read
  /** How often it was shown before, and nothing came of it. */
  tries: number
}

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
export async function visitMailbox<Read>(
  address: string,
  limits: MailboxLimits,
  { read, take }: Visitor<Read>,
): Promise<number> {
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
  const now = limits.now.epochMilliseconds
  const keyOf = ({ id }: BoxMessage) => `${address} ${id}`
  let aside = 0
  const visit: Visit = async (box, remove) => {
    const fresh = box.filter((message) => {
      const { tries = 0, until = 0 } = tried.get(keyOf(message)) ?? {}
      return tries < mostTries && until <= now
    })
    aside = box.length - fresh.length
    const newest = fresh.slice(-limits.messages)
    await takeOneByOne(newest, { read, remove }, async (message, bytes, done) => {
      const tries = tried.get(keyOf(message))?.tries ?? 0
      const fate = await take({ bytes, read: done, tries })
      if (fate === 'waits') tried.set(keyOf(message), { tries, until: now + waitMs })
      else if (fate === 'left') tried.set(keyOf(message), { tries: mostTries, until: 0 })
      else if (fate === 'later') tried.set(keyOf(message), { tries: tries + 1, until: 0 })
      return fate
    })
  }
  if (protocol.startsWith('imap'))
    await visitByImap(
      { ...account, folder: decodeURIComponent(pathname.slice(1)) || 'INBOX' },
      limits.bytes,
      visit,
    )
  else await visitByPop3(account, limits.bytes, visit)
  return aside
}

/** Gets what a box has, the oldest first, and what removes some of it. */
type Visit = (messages: readonly BoxMessage[], remove: Remove) => Promise<void>
type Remove = (messages: readonly BoxMessage[]) => Promise<unknown>

interface BoxMessage {
  /** Its own from visit to visit. */
  id: string
  /** By which the protocol names it. */
  number: number
  /** Null where it is gone meanwhile. */
  fetch(): Promise<Uint8Array | null>
}

// A removal costs a mail server as much for one as for many. What is taken and not removed when a visit breaks is known at the next one.
const removedAtOnce = 25

/** Takes messages one after the other; meanwhile the next one is fetched and read, and those before it removed. */
async function takeOneByOne<Read>(
  messages: readonly BoxMessage[],
  { read, remove }: { read: (bytes: Uint8Array) => Promise<Read>; remove: Remove },
  take: (message: BoxMessage, bytes: Uint8Array, read: Read) => Promise<Fate>,
): Promise<void> {
  // A mail server answers one command after the other.
  let last: Promise<unknown> = Promise.resolve()
  const command = <T>(run: () => Promise<T>): Promise<T> => {
    const answer = last.then(run)
    last = answer.catch(() => undefined)
    return answer
  }
  const open = async (message: BoxMessage | undefined) => {
    const bytes = message ? await command(message.fetch) : null
    return bytes && { bytes, read: await read(bytes) }
  }
  let ahead = open(messages[0])
  let removal: Promise<unknown> = Promise.resolve()
  let taken: BoxMessage[] = []
  const removeTaken = () => {
    const gone = taken
    taken = []
    return gone.length > 0 ? command(() => remove(gone)) : last
  }
  try {
    for (const [at, message] of messages.entries()) {
      const opened = await ahead
      ahead = open(messages[at + 1])
      // The next turn hears of its error, and not the process before that.
      ahead.catch(() => undefined)
      if (opened === null || (await take(message, opened.bytes, opened.read)) !== 'removed') continue
      taken.push(message)
      if (taken.length < removedAtOnce) continue
      await removal
      removal = removeTaken()
    }
    await removal
    await removeTaken()
  } finally {
    await Promise.allSettled([ahead, removal, removeTaken()])
  }
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
  mostBytes: number,
  visit: Visit,
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
      const messages = all.map((uid) => ({
        id: `${uidValidity} ${uid}`,
        number: uid,
        fetch: async () => {
          const source = { maxLength: mostBytes }
          const message = await client.fetchOne(String(uid), { source }, { uid: true })
          return message ? (message.source ?? null) : null
        },
      }))
      await visit(messages, (gone) =>
        client.messageDelete(gone.map(({ number }) => number).join(','), { uid: true }),
      )
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
}

async function visitByPop3(
  { host, port, isEncrypted, user, password, tls }: Account,
  mostBytes: number,
  visit: Visit,
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
    const messages = pairs(await client.UIDL()).map(([number, id]) => ({
      ...{ id, number },
      fetch: async () => {
        // A long message without its end is still a report; TOP counts lines of at most a thousand signs.
        const [, sent] =
          Number(sizes.get(number)) > mostBytes
            ? await client.command('TOP', number, Math.floor(mostBytes / 1000))
            : await client.command('RETR', number)
        return bytesOf(sent)
      },
    }))
    await visit(messages, async (gone) => {
      for (const { number } of gone) await client.DELE(number)
    })
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
