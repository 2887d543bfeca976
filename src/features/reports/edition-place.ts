import { z } from 'zod'
import { networkPlace } from '../networks/index.ts'

/** The edition in the path of an operation. */
export const editionPlace = networkPlace.extend({
  number: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, { error: 'the number of an edition' })
    .describe('The number of the edition'),
})
