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

/** What can be done with a sending as it stands. */
export function stepsOf(sending: Sending): readonly Step[] {
  return open[stateOf(sending)]
}
