import { z } from 'zod'

/** Among whom one looks; anything else is as if nothing was said. */
export const suggestionsQuery = z.object({ among: z.enum(['members']).optional().catch(undefined) })

/** Of whom the best pairs are told: the members, or everybody. */
export const pairsQuery = z.object({ among: z.enum(['members', 'all']).optional().catch(undefined) })
