import type { SendMailOptions } from 'nodemailer'
import type { Application } from '../../http/application.ts'
import { type DkimKey, domainOf } from '../dkim-key.ts'
import { ownWords } from '../returns/mail-return.ts'
import { signMessage } from '../sign-message.ts'
import type { StoredMail } from '../stored-mail.ts'
import { claimMails, giveBack, recordFailure, recordSent } from './claims.ts'
import { compose } from './compose.ts'
import { readFailure } from './failure.ts'
import { messageOf } from './message.ts'
import type { Sending } from './sending.ts'

export type DeliveryServices = Pick<Application, 'settings' | 'translate' | 'clock' | 'database' | 'log'>

export interface Deliverer {
  /** Tries everything that is due, a few mails at a time; returns how many were tried. */
  deliverDue(): Promise<number>
  /** Takes up no further mails. */
  stop(): void
}

const notInTime = { words: ownWords.notInTime, isPermanent: true }
const withoutText = { words: ownWords.withoutText, isPermanent: true }

/** Delivers mails of the outbox to the mail servers; any number of them may work at the same time. */
export function createDeliverer(
  services: DeliveryServices,
  { key, servers, domains, connections }: Sending,
): Deliverer {
  const { returns } = services.settings
  let stopped = false

  async function deliver(mail: StoredMail): Promise<void> {
    if (mail.uselessAt.getTime() <= services.clock.now().epochMilliseconds)
      return recordFailure(services, mail, notInTime)
    const message = messageOf(services, mail)
    if (message === null) return recordFailure(services, mail, withoutText)
    const domain = domainOf(mail.toAddress)
    if (!domains.take(domain)) return giveBack(services, mail)
    try {
      const raw = await bytesOf(message, key)
      const isSent = await servers.send({ envelope: { from: returns.address, to: mail.toAddress }, raw })
      if (!isSent) return giveBack(services, mail)
      domains.worked(domain)
    } catch (error) {
      domains.failed(domain, error)
      const failure = readFailure(error)
      // The log names no recipient.
      services.log.warn(
        { mail: mail.id, kind: mail.kind, attempts: mail.attempts, ...failure },
        'mail not sent',
      )
      return recordFailure(services, mail, failure)
    }
    return recordSent(services, mail)
  }

  return {
    deliverDue: async () => {
      let tried = 0
      while (!stopped && servers.isOpen()) {
        const mails = await claimMails(services, connections, domains.closed())
        if (mails.length === 0) break
        await Promise.all(mails.map(deliver))
        tried += mails.length
      }
      return tried
    },
    stop: () => {
      stopped = true
    },
  }
}

async function bytesOf(message: SendMailOptions, key: DkimKey | null): Promise<Buffer> {
  const composed = await compose(message)
  return key === null ? composed : signMessage(key, composed)
}
