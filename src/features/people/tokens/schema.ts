import { z } from 'zod'
import { scopes } from '../../../platform/context/actor.ts'
import { chosenAmong } from '../../../platform/input/choice-input.ts'
import { says } from '../../../platform/input/form.ts'
import { personName } from '../schema.ts'

/** Days after which a token ends: a year at most. */
export const lifetimes = ['30', '90', '180', '365'] as const

/** The form of a new token. */
export const tokenForm = z.object({
  tokenName: personName.max(80),
  network: z.string(),
  scopes: chosenAmong(scopes).refine((chosen) => chosen.length > 0, says('people.tokens.noScope')),
  days: z.enum(lifetimes).transform(Number),
})
