import { z } from 'zod'
import { says } from '../../../../platform/input/form.ts'

export const eventChoices = ['move', 'keep', 'callOff'] as const
export type EventChoice = (typeof eventChoices)[number]

/** What an organiser decides on the meetings of an event, and which time of the event they have seen. */
export const choiceForm = z.object({
  choice: z.enum(eventChoices, { error: says('partners.assignment.error.choice') }),
  seen: z.string().default(''),
})

export type TypedChoice = z.output<typeof choiceForm>
