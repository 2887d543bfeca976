import { notifyOfReturns } from '../../src/platform/mail/returns/notify-returns.ts'
import { readReturn } from '../../src/platform/mail/returns/read-return.ts'
import { recordReturn } from '../../src/platform/mail/returns/record-return.ts'
import { letterIdOf, sendLetterTo } from './letter-mailing.ts'
import type { TestApp } from './open-test-app.ts'
import type { StandInMailServer } from './smtp-server.ts'

/** A subscription: its state, who ended it and why. */
export const reads = ['subscribed', null, null]
export const gone = ['left', 'network', 'bounce']
export const junk = ['left', 'network', 'complaint']

/** Letters to readers of France-Corée, and their returns. */
export function returnedLetters(testApp: TestApp, server: () => StandInMailServer) {
  const { database } = testApp.context
  const rowOf = (address: string) =>
    database
      .selectFrom('newsletter_subscription')
      .select([
        'subscription_id as id',
        'state',
        'left_by as by',
        'left_reason as reason',
        'address_digest as digest',
      ])
      .where('address', '=', address)
      .executeTakeFirstOrThrow()
  return {
    rowOf,
    stateOf: async (address: string) => {
      const { state, by, reason } = await rowOf(address)
      return [state, by, reason]
    },
    /** Why nothing is sent to an address. */
    suppressedFor: async (address: string) => {
      const { digest } = await rowOf(address)
      const rows = await database
        .selectFrom('newsletter_suppression')
        .select('kind')
        .where('address_digest', '=', digest)
        .execute()
      return rows.map(({ kind }) => kind)
    },
    /** Sends a letter; returns how a report identifies it. */
    letterTo: async (address: string) =>
      letterIdOf(testApp, await sendLetterTo(testApp, server(), [address]), address),
    /** Records a message from our mailbox, and reports it; returns whether it returns a mail of ours, or what else it is. */
    comesBack: async (message: Buffer): Promise<boolean | string> => {
      const read = await readReturn(message)
      if (read.is !== 'return') return read.is
      const isOurs = await recordReturn(testApp.application, read.return)
      await notifyOfReturns(testApp.application)
      return isOurs
    },
  }
}
