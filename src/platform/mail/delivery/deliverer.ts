import type { Application } from '../../http/application.ts'
import { loadDkimKey } from '../signing/dkim-key.ts'
import { signMessage } from '../signing/sign-message.ts'
import type { StoredMail } from '../stored-mail.ts'
import { claimMails, recordFailure, recordSent } from './claims.ts'
import { compose } from './compose.ts'
import { readFailure } from './failure.ts'
import { messageOf } from './message.ts'
import { connections, openTransport, type Transport } from './transport.ts'

export type DeliveryGround = Pick<Application, 'settings' | 'translate' | 'clock' | 'database' | 'log'>

export interface Deliverer {
  /** Tries everything that is due, a few mails at a time; answers how many were tried. */
  deliverDue(): Promise<number>
  /** Takes up no more mails, and closes the connections. */
  stop(): void
}

const notInTime = { words: 'It was of no use any more before it could be sent', isPermanent: true }
const withoutText = { words: 'Its text was removed before it could be sent', isPermanent: true }

/** Delivers mails of the outbox to the mail server; any number of them may work at the same time. */
export function createDeliverer(ground: DeliveryGround, smtpUrl: string): Deliverer {
  const key = loadDkimKey(ground.settings)
  let transport: Promise<Transport> | null = null
  let stopped = false

  async function deliver(mail: StoredMail): Promise<void> {
    if (mail.uselessAt.getTime() <= ground.clock.now().epochMilliseconds)
      return recordFailure(ground, mail, notInTime)
    const message = messageOf(ground, mail)
    if (message === null) return recordFailure(ground, mail, withoutText)
    try {
      transport ??= openTransport(smtpUrl)
      const envelope = { from: ground.settings.mailFrom.address, to: mail.toAddress }
      const composed = await compose(message)
      const raw = key === null ? composed : await signMessage(key, composed)
      await (await transport).send({ envelope, raw })
    } catch (error) {
      const failure = readFailure(error)
      // The log names no recipient.
      ground.log.warn(
        { mail: mail.id, kind: mail.kind, attempts: mail.attempts, ...failure },
        'mail not sent',
      )
      return recordFailure(ground, mail, failure)
    }
    return recordSent(ground, mail)
  }

  return {
    deliverDue: async () => {
      let tried = 0
      while (!stopped) {
        const mails = await claimMails(ground, connections)
        if (mails.length === 0) break
        await Promise.all(mails.map(deliver))
        tried += mails.length
      }
      return tried
    },
    stop: () => {
      stopped = true
      void transport?.then((opened) => opened.close())
    },
  }
}
