import { z } from 'zod'

/** The authorities to search among; any other value is ignored. */
export const suggestionsQuery = z.object({ among: z.enum(['members']).optional().catch(undefined) })

/** Whose best pairs are shown: those of members, or of all. */
export const pairsQuery = z.object({ among: z.enum(['members', 'all']).optional().catch(undefined) })
