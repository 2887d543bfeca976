import { createMailingDeliverer } from '../mailing/mailing-deliverer.ts'
import { createDeliverer, type DeliveryServices } from './deliverer.ts'
import { openSending } from './sending.ts'

const pollEveryMs = 2000
const beatEveryMs = 15_000
const longestStopMs = 10_000

export interface Delivery {
  stop(): Promise<void>
}

/** Looks for mails and letters every two seconds and delivers what is due; does nothing without SMTP_URL. */
export function startDelivery(services: DeliveryServices): Delivery {
  const { smtpUrl } = services.settings
  if (smtpUrl === null) return { stop: async () => undefined }
  const sending = openSending(services.settings, smtpUrl)
  const mails = createDeliverer(services, sending)
  const mailings = createMailingDeliverer(services, sending)
  // Apart: a letter to thousands does not delay a sign-in link.
  const loops = [
    repeat(services, mails.deliverDue, pollEveryMs),
    repeat(services, mailings.deliverDue, pollEveryMs),
    repeat(services, mailings.beat, beatEveryMs),
  ]
  return {
    // What is under way may end; the rest is due again when its claim ends.
    stop: async () => {
      const rounds = loops.map((stopLoop) => stopLoop())
      mails.stop()
      mailings.stop()
      const patience = new Promise((resolve) => setTimeout(resolve, longestStopMs).unref())
      await Promise.race([Promise.all(rounds), patience])
      sending.servers.close()
      await mailings.end().catch((error: unknown) => services.log.error({ err: error }, 'mail delivery'))
    },
  }
}

function repeat(
  services: DeliveryServices,
  work: () => Promise<unknown>,
  everyMs: number,
): () => Promise<unknown> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<unknown> = Promise.resolve()
  const next = () => {
    round = work()
      .catch((error: unknown) => services.log.error({ err: error }, 'mail delivery'))
      .finally(() => {
        if (!stopped) timer = setTimeout(next, everyMs)
      })
  }
  next()
  return () => {
    stopped = true
    clearTimeout(timer)
    return round
  }
}
