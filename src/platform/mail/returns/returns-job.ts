import type { Application } from '../../http/application.ts'
import type { Job } from '../../jobs/jobs.ts'
import { inTurn, type ProcessLimits, workInProcess } from '../../reading/limited-process.ts'
import { TextUnreadable } from '../../reading/text-unreadable.ts'
import { workerFile } from '../../settings/worker-file.ts'
import { hearNote } from '../inbound/answers-job.ts'
import type { TakingServices } from '../inbound/take-mail.commands.ts'
import { type Fate, type HeldMessage, visitMailbox } from './mailbox.ts'
import type { ReadMessage } from './read-return.ts'
import { recordReturn } from './record-return.ts'

type Services = TakingServices & Pick<Application, 'stopping'>

const mostMessages = 500
const mostBytes = 1024 * 1024

/** What a visit of the mailbox came to. */
export interface Visit {
  returned: number
  automatic: number
  /** Left where they are: written by people, or not understood. */
  left: number
}

/** Every five minutes: reads what came back to the mailbox that RETURNS_URL names. */
export function mailReturnsJob(services: Services): Job {
  return {
    name: 'platform.mailReturns',
    cron: '*/5 * * * *',
    run: async () => {
      const { url } = services.settings.returns
      // A box of both is visited for the answers in it.
      if (url === null || url === services.settings.answers.url) return
      const visit = await readReturns(services, url)
      if (visit.returned > 0) services.log.info(visit, 'mails came back')
    },
  }
}

/**
 * Writes down what came back and removes it from the mailbox, with the absence notes and receipts; answers of people stay there.
 * Nothing is answered, so that no two programs write to each other for ever.
 */
export async function readReturns(
  services: Services,
  address: string,
  { most = mostMessages, reading = readApart }: { most?: number; reading?: typeof readApart } = {},
): Promise<Visit> {
  const visit: Visit = { returned: 0, automatic: 0, left: 0 }
  const limits = { messages: most, bytes: mostBytes, now: services.clock.now() }
  const take = async ({ bytes, read }: HeldMessage<Awaited<ReturnType<typeof readApart>>>): Promise<Fate> => {
    const isRead = read !== 'busy' && read !== 'failed'
    // A report of a mail that is not ours says nothing to us; it stays for other readers of this mailbox.
    if (
      isRead &&
      (read.is === 'automatic' || (read.is === 'return' && (await recordReturn(services, read.return))))
    ) {
      if (read.is === 'automatic' && services.settings.answers.address !== null)
        await hearNote(services, bytes)
      visit[read.is === 'return' ? 'returned' : 'automatic']++
      return 'removed'
    }
    visit.left++
    return isRead ? 'left' : read === 'failed' ? 'later' : 'busy'
  }
  const read = (bytes: Uint8Array) => reading(bytes, services.stopping)
  const aside = await visitMailbox(address, limits, { read, take })
  return { ...visit, left: visit.left + aside }
}

const limits: ProcessLimits = { timeMs: 10_000, stillMs: 10_000, memory: 384 * 1024 * 1024 }

/** The answer of `readReturn`, from a process of its own; `busy` while others are read, `failed` when the process came to no end. */
async function readApart(bytes: Uint8Array, signal: AbortSignal): Promise<ReadMessage | 'busy' | 'failed'> {
  try {
    return await inTurn(() => {
      signal.throwIfAborted()
      return workInProcess({
        worker: workerFile(import.meta.url, 'return-worker'),
        order: { bytes },
        bytes: new Uint8Array(),
        limits,
        signal,
        rests: true,
        hear: (read: ReadMessage) => ({ result: read }),
      })
    })
  } catch (error) {
    if (!(error instanceof TextUnreadable)) throw error
    return error.code === 'tooMany' ? 'busy' : 'failed'
  }
}
