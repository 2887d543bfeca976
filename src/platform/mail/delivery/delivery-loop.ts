import { createDeliverer, type DeliveryGround } from './deliverer.ts'

const pollEveryMs = 2000
const longestStopMs = 10_000

export interface Delivery {
  stop(): Promise<void>
}

/** Looks into the outbox every two seconds and delivers what is due; does nothing without SMTP_URL. */
export function startDelivery(ground: DeliveryGround): Delivery {
  const { smtpUrl } = ground.settings
  if (smtpUrl === null) return { stop: async () => undefined }
  const deliverer = createDeliverer(ground, smtpUrl)
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<unknown> = Promise.resolve()

  const work = () => {
    round = deliverer
      .deliverDue()
      .catch((error: unknown) => ground.log.error({ err: error }, 'mail delivery'))
      .finally(() => {
        if (!stopped) timer = setTimeout(work, pollEveryMs)
      })
  }
  work()
  return {
    // What is under way may end; what does not end in time is due again when its claim ends.
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      const patience = new Promise((resolve) => setTimeout(resolve, longestStopMs).unref())
      const ending = Promise.race([round, patience])
      deliverer.stop()
      await ending
    },
  }
}
