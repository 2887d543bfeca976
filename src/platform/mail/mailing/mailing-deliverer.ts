import { setTimeout as wait } from 'node:timers/promises'
import type { Application } from '../../http/application.ts'
import { isInvented } from '../../settings/exercise.ts'
import { readFailure } from '../delivery/failure.ts'
import type { Sending } from '../delivery/sending.ts'
import { domainOf } from '../dkim-key.ts'
import { ownWords } from '../returns/mail-return.ts'
import { createLetterSupply, type Letter, type LetterSupply } from './letter-supply.ts'
import {
  type ClaimedReader,
  claimReaders,
  endMailings,
  endOverdue,
  type Outcome,
  recordOutcomes,
} from './reader-claims.ts'
import { openTemplates, type Recipient } from './template.ts'
import { createWorker } from './worker.ts'

export type MailingServices = Pick<Application, 'settings' | 'clock' | 'database' | 'log'>

export interface MailingDeliverer {
  /** Sends everything that is due; returns how many were tried. */
  deliverDue(): Promise<number>
  beat(): Promise<void>
  /** Takes up no further letters; what is on its way ends. */
  stop(): void
  end(): Promise<void>
}

// Claimed at once, and in memory, however many readers there are.
const batch = 100

/** Sends mailings, one letter a connection at a time; any number of processes may work at the same time. */
export function createMailingDeliverer(services: MailingServices, sending: Sending): MailingDeliverer {
  const { servers, domains, key, connections } = sending
  const worker = createWorker(services.database, sending.monotonic, services.settings.databaseUrl === null)
  const templateOf = openTemplates(services, key)
  const write = createOutcomeWriter(
    (outcomes) => recordOutcomes(services, worker.id, outcomes),
    (error) => services.log.error({ err: error }, 'outcome of a mailing not written yet'),
    connections,
  )
  const buffers = createLetterBuffers(batch)
  const from = services.settings.returns.address
  /** Domains that refused everybody, in their words. */
  const refusing = new Map<string, string>()
  let isKnown = false
  let stopped = false

  async function attempt({ reader, raw }: Letter, mayLeave: Promise<boolean>): Promise<Outcome> {
    if (asRecipient(reader) === null) return withoutLinks
    if (isInvented(reader.address)) return invented
    const domain = domainOf(reader.address)
    if (stopped || !worker.isSure() || !domains.take(domain)) return { kind: 'back' }
    try {
      const envelope = { from, to: reader.address }
      const letter = await raw
      const isSent = await servers.send({ envelope, raw: letter, isWireReady: true, mayLeave })
      if (!isSent) return { kind: 'back' }
      // A server that has answered has all of it. Of what went wrong, something may still be on its way.
      buffers.giveBack(letter)
      domains.worked(domain)
      return { kind: 'sent' }
    } catch (error) {
      domains.failed(domain, error)
      const failure = readFailure(error)
      services.log.warn({ mailing: reader.mailingId, reader: reader.readerId, ...failure }, 'letter not sent')
      return { kind: 'failed', ...failure }
    }
  }

  /**
   * The letters of one connection. While the outcome of one is being written down, the next goes out but for the dot that ends it, without
   * which no server takes it: a kill repeats one at most, and a pause is known before another has left.
   */
  async function deliverByOne(supply: LetterSupply): Promise<number> {
    let tried = 0
    let written: Promise<readonly string[]> = Promise.resolve([])
    for (let letter = await supply.next(); letter; letter = await supply.next()) {
      tried++
      const { mailingId } = letter.reader
      const mayLeave = written.then((toStop) => !toStop.includes(mailingId) && worker.isSure())
      const outcome = await attempt(letter, mayLeave)
      await written
      written = writeDown(letter.reader, outcome, supply)
    }
    await written
    return tried
  }

  async function writeDown(
    reader: ClaimedReader,
    outcome: Outcome,
    supply: LetterSupply,
  ): Promise<readonly string[]> {
    const toStop = await write(reader, outcome)
    const dropped = toStop.flatMap((mailingId) => supply.drop(mailingId))
    await Promise.all(dropped.map((each) => write(each, { kind: 'back' })))
    const domain = domainOf(reader.address)
    if (outcome.kind === 'failed' && domains.closed().includes(domain)) refusing.set(domain, outcome.words)
    return toStop
  }

  async function claim(): Promise<ClaimedReader[]> {
    if (stopped || !servers.isOpen()) return []
    if (!isKnown || !worker.isSure()) await worker.beat()
    if (!isKnown) {
      // Of a claim whose answer was lost.
      await worker.release()
      isKnown = true
    }
    return claimReaders(services, worker.id, batch, domains.closed())
  }

  async function fill(reader: ClaimedReader): Promise<Buffer> {
    const recipient = asRecipient(reader)
    if (!recipient) return Buffer.alloc(0)
    const template = await templateOf(reader.mailingId, reader.version)
    return template.fill(recipient, buffers.take)
  }

  return {
    deliverDue: async () => {
      const supply = createLetterSupply(claim, fill, connections)
      const lanes = Array.from({ length: connections }, () => deliverByOne(supply))
      const tried = (await Promise.all(lanes)).reduce((sum, each) => sum + each, 0)
      if (supply.failure) {
        isKnown = false
        throw supply.failure.error
      }
      for (const [domain, words] of refusing) await endOverdue(services, domain, words)
      refusing.clear()
      if (tried > 0 || isKnown) await endMailings(services)
      return tried
    },
    beat: worker.beat,
    stop: () => {
      stopped = true
    },
    end: worker.end,
  }
}

const invented: Outcome = { kind: 'failed', words: ownWords.invented, isPermanent: true }
const withoutLinks: Outcome = { kind: 'failed', words: ownWords.withoutLinks, isPermanent: true }

// Most of a mailing that a backup caught in the middle has been sent since: an operator who restores it sends nothing twice.
function asRecipient(reader: ClaimedReader): Recipient | null {
  const { preferencesAddress, unsubscribeAddress } = reader
  if (preferencesAddress === null || unsubscribeAddress === null) return null
  return { ...reader, preferencesAddress, unsubscribeAddress }
}

/** Room for the letters in hand. */
interface LetterBuffers {
  take(bytes: number): Buffer
  /** Only once nobody reads or writes it. */
  giveBack(letter: Buffer): void
}

// Editions differ by some hundred bytes: what held one holds the next.
const step = 16 * 1024

/**
 * Memory that is used again and again: a hundred thousand letters of thirty kilobytes, each in memory of its own, would leave it in
 * pieces. Keeps as much as `most` letters need, and gives more when asked.
 */
export function createLetterBuffers(most: number): LetterBuffers {
  const free: Buffer[] = []
  return {
    take: (bytes) => {
      const fitting = free.findIndex(({ length }) => length >= bytes)
      const [known] = fitting < 0 ? [] : free.splice(fitting, 1)
      const room = known ?? Buffer.allocUnsafeSlow(Math.ceil(bytes / step) * step)
      return room.subarray(0, bytes)
    },
    giveBack: ({ buffer }) => {
      if (free.length < most) free.push(Buffer.from(buffer))
    },
  }
}

type Recorded = { reader: ClaimedReader; outcome: Outcome }
type Waiting = Recorded & { written(stopped: readonly string[]): void }

const longestWaitMs = 5000
// A statement costs as much for one outcome as for several.
const gatherMs = 2

/**
 * Writes outcomes down, those of two milliseconds or of the time while others are written together. Each waits
 * until its own is committed, however long the database is away: only then may the next letter leave by its connection. Returns
 * the mailings among them that are to stop.
 */
function createOutcomeWriter(
  record: (outcomes: readonly Recorded[]) => Promise<string[]>,
  onError: (error: unknown) => void,
  most: number,
): (reader: ClaimedReader, outcome: Outcome) => Promise<readonly string[]> {
  let waiting: Waiting[] = []
  let isWriting = false
  let timer: NodeJS.Timeout | null = null

  function look(): void {
    if (isWriting || waiting.length === 0) return
    if (waiting.length >= most) void write()
    else timer ??= setTimeout(write, gatherMs)
  }

  async function write(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    isWriting = true
    // Never more at once: each number of outcomes is a statement of its own, which connections keep prepared.
    const batch = waiting.slice(0, most)
    waiting = waiting.slice(most)
    const stopped = await insist(batch)
    isWriting = false
    for (const { written } of batch) written(stopped)
    look()
  }

  async function insist(batch: readonly Recorded[]): Promise<string[]> {
    for (let pause = 50; ; pause = Math.min(pause * 2, longestWaitMs)) {
      try {
        return await record(batch)
      } catch (error) {
        onError(error)
        await wait(pause)
      }
    }
  }

  return (reader, outcome) =>
    new Promise((resolve) => {
      waiting.push({ reader, outcome, written: resolve })
      look()
    })
}
