import type { Application } from '../../http/application.ts'
import { readFailure } from '../delivery/failure.ts'
import type { Sending } from '../delivery/sending.ts'
import { connections } from '../delivery/transport.ts'
import { ownWords } from '../returns/mail-return.ts'
import { domainOf } from '../signing/dkim-key.ts'
import { createOutcomeWriter } from './outcome-writer.ts'
import {
  type ClaimedReader,
  claimReaders,
  endMailings,
  endOverdue,
  type Outcome,
  recordOutcomes,
} from './reader-claims.ts'
import type { Recipient } from './template.ts'
import { openTemplates } from './templates.ts'
import { createWorker } from './worker.ts'

export type MailingGround = Pick<Application, 'settings' | 'clock' | 'database' | 'log'>

export interface MailingDeliverer {
  /** Sends everything that is due; answers how many were tried. */
  deliverDue(): Promise<number>
  beat(): Promise<void>
  /** Takes up no more letters; what is on its way ends. */
  stop(): void
  end(): Promise<void>
}

// Held in memory, however many readers there are.
const batch = 100

/** Sends mailings, one letter a connection at a time; any number of processes may work at the same time. */
export function createMailingDeliverer(ground: MailingGround, sending: Sending): MailingDeliverer {
  const { servers, domains, key } = sending
  const worker = createWorker(ground.database, sending.monotonic, ground.settings.databaseUrl === null)
  const templateOf = openTemplates(ground, key)
  const write = createOutcomeWriter(
    (outcomes) => recordOutcomes(ground, worker.id, outcomes),
    (error) => ground.log.error({ err: error }, 'outcome of a mailing not written yet'),
  )
  const from = ground.settings.returns.address
  let isKnown = false
  let stopped = false

  async function attempt(reader: ClaimedReader): Promise<Outcome> {
    const recipient = asRecipient(reader)
    if (recipient === null) return withoutLinks
    const domain = domainOf(reader.address)
    if (stopped || !worker.isSure() || !domains.take(domain)) return { kind: 'back' }
    try {
      const raw = await (await templateOf(reader.mailingId, reader.version)).fill(recipient)
      const isSent = await servers.send({ envelope: { from, to: reader.address }, raw })
      if (!isSent) return { kind: 'back' }
      domains.worked(domain)
      return { kind: 'sent' }
    } catch (error) {
      domains.failed(domain, error)
      const failure = readFailure(error)
      ground.log.warn({ mailing: reader.mailingId, reader: reader.readerId, ...failure }, 'letter not sent')
      return { kind: 'failed', ...failure }
    }
  }

  async function deliver(reader: ClaimedReader): Promise<void> {
    const outcome = await attempt(reader)
    await write(reader, outcome)
    const domain = domainOf(reader.address)
    if (outcome.kind !== 'failed' || !domains.closed().includes(domain)) return
    await endOverdue(ground, domain, outcome.words).catch((error: unknown) =>
      ground.log.error({ err: error }, 'late letters not ended'),
    )
  }

  async function claim(): Promise<ClaimedReader[]> {
    if (!isKnown || !worker.isSure()) await worker.beat()
    if (!isKnown) {
      // Of a claim whose answer was lost.
      await worker.release()
      isKnown = true
    }
    return claimReaders(ground, worker.id, batch, domains.closed())
  }

  return {
    deliverDue: async () => {
      let tried = 0
      try {
        while (!stopped && servers.isOpen()) {
          const readers = await claim()
          if (readers.length === 0) break
          tried += readers.length
          await Promise.all(
            Array.from({ length: connections }, async () => {
              for (let reader = readers.pop(); reader; reader = readers.pop()) await deliver(reader)
            }),
          )
        }
        if (tried > 0 || isKnown) await endMailings(ground)
      } catch (error) {
        isKnown = false
        throw error
      }
      return tried
    },
    beat: worker.beat,
    stop: () => {
      stopped = true
    },
    end: worker.end,
  }
}

const withoutLinks: Outcome = { kind: 'failed', words: ownWords.withoutLinks, isPermanent: true }

// What a backup was taken of in the middle has since been sent, most of it: whoever restores it sends nothing twice.
function asRecipient(reader: ClaimedReader): Recipient | null {
  const { preferencesAddress, unsubscribeAddress } = reader
  if (preferencesAddress === null || unsubscribeAddress === null) return null
  return { ...reader, preferencesAddress, unsubscribeAddress }
}
