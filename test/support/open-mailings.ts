import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach } from 'vitest'
import { openSending } from '../../src/platform/mail/delivery/sending.ts'
import {
  type MailingReader,
  type MailingReport,
  reportMailing,
  steerMailing,
} from '../../src/platform/mail/mailing/mailing.ts'
import {
  createMailingDeliverer,
  type MailingDeliverer,
} from '../../src/platform/mail/mailing/mailing-deliverer.ts'
import { openTestApp, type TestApp } from './open-test-app.ts'
import { prepareSampleMailing } from './sample-mailing.ts'
import { type StandInMailServer, startMailServer } from './smtp-server.ts'

/** Mailings of a test file: an application, a new mail server for each test, and processes that send. */
export interface Mailings {
  readonly testApp: TestApp
  readonly server: StandInMailServer
  /** Another mail server replaces it, such as one that was killed, on the same port. */
  serve(options?: Parameters<typeof startMailServer>[0], port?: number): Promise<void>
  /** One process among several. */
  open(): MailingDeliverer
  prepare(readers: Partial<MailingReader>[]): Promise<string>
  start(id: string): Promise<boolean>
  report(id: string): Promise<MailingReport | null>
  /** What the mail server got: how many letters, how many of them more than once. */
  counted(): { received: number; distinct: number; twice: number }
  /** Lets time go by on both clocks. */
  pass(time: { minutes?: number; hours?: number }): void
  /** Lets the length of time go by that no clock shows. */
  passUnseen(ms: number): void
}

/** To be called once, at the top of a test file. */
export function openMailings(settings: Record<string, string> = {}): Mailings {
  let testApp: TestApp
  let server: StandInMailServer
  let ms = 0
  beforeAll(async () => {
    testApp = await openTestApp({ directory: 'none', settings })
    return testApp.close
  })
  beforeEach(async () => {
    ms = 0
    server = await startMailServer()
  })
  afterEach(async () => {
    await server.close()
    testApp.clock.moveTo('2026-11-02T09:00:00Z')
    await sql`delete from platform_mailing`.execute(testApp.context.database)
    await sql`delete from platform_mailing_worker`.execute(testApp.context.database)
  })
  return {
    get testApp() {
      return testApp
    },
    get server() {
      return server
    },
    serve: async (options, port) => {
      await server.close()
      server = await startMailServer(options, port)
    },
    open: () => {
      const shared = { ...testApp.application.settings, databaseUrl: 'postgres://shared' }
      return createMailingDeliverer(
        { ...testApp.application, settings: shared },
        openSending(shared, server.url, () => ms),
      )
    },
    prepare: (readers) => prepareSampleMailing(testApp, readers),
    start: (id) => steerMailing(testApp.context, id, 'sending'),
    report: (id) => reportMailing(testApp.context, id),
    counted: () => countLetters(server),
    pass: ({ minutes = 0, hours = 0 }) => {
      ms += (hours * 60 + minutes) * 60_000
      testApp.clock.advance({ hours, minutes })
    },
    passUnseen: (length) => {
      ms += length
    },
  }
}

/** So many readers, all alike. */
export const many = (count: number): Partial<MailingReader>[] => Array.from({ length: count }, () => ({}))

export function countLetters({ received }: StandInMailServer) {
  const ids = received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw.toString('latin1'))?.[1])
  const distinct = new Set(ids).size
  return { received: ids.length, distinct, twice: ids.length - distinct }
}

/** Prints the consequences of a fault, for the person who runs the tests. */
export function tell(
  fault: string,
  sent: number,
  { received, distinct, twice }: ReturnType<typeof countLetters>,
) {
  process.stderr.write(
    `${fault}: sent ${sent}, received ${received}, twice ${twice}, lost ${sent - distinct}\n`,
  )
}
