import { DatabaseAway, isAway } from '../../database/database-away.ts'
import type { Application } from '../../http/application.ts'
import type { Job } from '../../jobs/jobs.ts'
import { inTurn, type ProcessLimits, workInProcess } from '../../reading/limited-process.ts'
import { TextUnreadable } from '../../reading/text-unreadable.ts'
import { workerFile } from '../../settings/worker-file.ts'
import { mostTries, visitMailbox } from '../returns/mailbox.ts'
import { recordReturn } from '../returns/record-return.ts'
import type { ReadInbound } from './read-inbound.ts'
import { largestMail } from './reading/read-answer.ts'
import { removeOldInboundMails, type Taken, type TakingServices, takeMail } from './take-mail.commands.ts'

type Services = TakingServices & Pick<Application, 'stopping'>

/** Reads a message: `busy` while others are read, `failed` where it came to no end. */
export type Reading = (services: Services, bytes: Uint8Array) => Promise<ReadInbound | 'busy' | 'failed'>

const mostMessages = 2_000

/** How many messages of a visit came to what; `returned` are reports of mails that did not arrive. */
export type AnswersVisit = Record<Exclude<Taken, 'waits'> | 'returned', number>

/** Every minute: takes the answers in the mailbox that ANSWERS_URL names. */
export function mailAnswersJob(services: Services): Job {
  return {
    name: 'platform.mailAnswers',
    cron: '* * * * *',
    run: async () => {
      await removeOldInboundMails(services)
      const { url } = services.settings.answers
      if (url === null) return
      const visit = await readAnswers(services, url)
      if (visit.taken > 0) services.log.info(visit, 'answers came by mail')
    },
  }
}

/** Takes what is in a mailbox, one message after the other; each is removed only once all that it means is kept. */
export async function readAnswers(
  services: Services,
  address: string,
  reading: Reading = readApart,
): Promise<AnswersVisit> {
  const visit: AnswersVisit = { taken: 0, repeated: 0, automatic: 0, left: 0, returned: 0 }
  const limits = { messages: mostMessages, bytes: largestMail + 1, now: services.clock.now() }
  const aside = await visitMailbox(address, limits, {
    read: (bytes) => reading(services, bytes),
    take: async ({ bytes, read, tries }) => {
      const done = await takeRead(services, read, bytes, tries)
      const stays = done === 'busy' || done === 'later' || done === 'left' || done === 'waits'
      visit[stays ? 'left' : done]++
      return stays ? done : 'removed'
    },
  })
  return { ...visit, left: visit.left + aside }
}

async function takeRead(
  services: Services,
  read: Awaited<ReturnType<Reading>>,
  bytes: Uint8Array,
  tries: number,
): Promise<Taken | 'returned' | 'busy' | 'later'> {
  if (read === 'busy') return 'busy'
  if (read === 'failed' || (read.proof === 'later' && tries < mostTries - 1)) return 'later'
  if (read.returned !== null && read.returned.is !== 'other') {
    if (read.returned.is === 'automatic') return 'automatic'
    return (await recordReturn(services, read.returned.return)) ? 'returned' : 'left'
  }
  try {
    return await takeMail(services, read, bytes)
  } catch (error) {
    // That is no fault of the mail’s: the visit ends, and the next one finds all of them.
    if (error instanceof DatabaseAway || isAway(error)) throw error
    services.log.error({ err: error }, 'a mail could not be taken')
    return 'later'
  }
}

/** Hears of an absence note in another box until when its writer is absent. */
export async function hearNote(services: Services, bytes: Uint8Array): Promise<void> {
  const read = await readApart(services, bytes)
  if (read !== 'busy' && read !== 'failed' && read.answer.is === 'automatic')
    await takeMail(services, read, bytes)
}

const limits: ProcessLimits = { timeMs: 60_000, stillMs: 60_000, memory: 640 * 1024 * 1024 }

/** Reads a message in a process of its own. */
export const readApart: Reading = async ({ settings, stopping }, bytes) => {
  try {
    return await inTurn(() => {
      stopping.throwIfAborted()
      return workInProcess({
        worker: workerFile(import.meta.url, 'inbound-worker'),
        order: { bytes, authserv: settings.answers.authserv },
        bytes: new Uint8Array(),
        limits,
        signal: stopping,
        rests: true,
        hear: (read: ReadInbound) => ({ result: read }),
      })
    })
  } catch (error) {
    if (!(error instanceof TextUnreadable)) throw error
    return error.code === 'tooMany' ? 'busy' : 'failed'
  }
}
