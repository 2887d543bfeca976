import { z } from 'zod'

export const eventChoices = ['move', 'keep', 'callOff'] as const
export type EventChoice = (typeof eventChoices)[number]

/** What whoever holds an event decides on its meetings, and which time of the event they have seen. */
export const choiceForm = z.object({
  choice: z.enum(eventChoices),
  seen: z.string().default(''),
})

export type TypedChoice = z.output<typeof choiceForm>
