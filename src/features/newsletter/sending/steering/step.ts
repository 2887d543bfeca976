import { type Sending, type SendingState, stateOf } from '../sending.ts'

/** What somebody may do with a sending. */
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

/** What can be done with a sending as it stands: one whose letter was withdrawn does not go on. */
export function stepsOf(sending: Sending): readonly Step[] {
  const steps = open[stateOf(sending)]
  return sending.isWithdrawn ? steps.filter((step) => step !== 'resume') : steps
}
