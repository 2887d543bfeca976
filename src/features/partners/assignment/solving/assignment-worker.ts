import { parentPort, workerData } from 'node:worker_threads'
import { assignMeetings } from './assign.ts'
import type { Order, Said } from './assignment-order.ts'

// A thread of its own: a search of seconds would keep everybody else waiting.
const order: Order = workerData
const everyMs = 250
// The first thing is said at once.
let saidAt = Number.NEGATIVE_INFINITY

const say = (said: Said) => parentPort?.postMessage(said)

const assignment = assignMeetings(order.problem, {
  ...order.options,
  now: () => performance.now(),
  onProgress: (progress) => {
    if (performance.now() - saidAt < everyMs) return
    saidAt = performance.now()
    say({ progress })
  },
})
say({ assignment })
