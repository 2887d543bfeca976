import { type Sending, type SendingState, stateOf } from '../sending.ts'

/** What a coordinator may do with a sending. */
export const steps = ['pause', 'resume', 'cancel', 'again'] as const
export type Step = (typeof steps)[number]

const open: Readonly<Record<SendingState, readonly Step[]>> = {
  scheduled: ['cancel'],
  troubled: ['again', 'cancel'],
  sending: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
  cancelled: [],
  done: [],
}

/** The steps possible in the present state of a sending. One whose letter was withdrawn cannot be resumed. */
export function stepsOf(sending: Sending): readonly Step[] {
  const steps = open[stateOf(sending)]
  return sending.isWithdrawn ? steps.filter((step) => step !== 'resume') : steps
}
