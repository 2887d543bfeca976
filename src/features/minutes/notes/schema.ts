import { z } from 'zod'
import type { FormValues } from '../../../platform/input/form.ts'
import { typedValue } from '../../../platform/input/form.ts'
import type { TypedNote } from './commands.ts'
import type { Note } from './queries.ts'

export const longestNotes = 20_000

/** Reads what a form sends of each note: `text.<id>` and, as it was when the form was drawn, `base.<id>`. */
export function typedNotes(values: FormValues, notes: readonly Pick<Note, 'id'>[]): TypedNote[] {
  return notes.flatMap(({ id }) =>
    values[`text.${id}`] === undefined
      ? []
      : {
          id,
          base: typedValue(values, `base.${id}`).slice(0, longestNotes),
          text: typedValue(values, `text.${id}`).slice(0, longestNotes),
        },
  )
}

export const penForm = z.object({
  pens: z
    .union([z.uuid(), z.array(z.uuid())])
    .default([])
    .transform((ids) => [ids].flat()),
})
