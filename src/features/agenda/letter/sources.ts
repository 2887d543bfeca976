import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { backFrom } from './back-from.ts'
import { comingUp } from './coming-up.ts'
import { commitmentsOpen } from './commitments-open.ts'
import { proposals } from './proposals.ts'
import { seatsOpen } from './seats-open.ts'

/** What the agenda offers to a letter, in the order in which it is read. */
export const agendaLetterSources: readonly LetterSource[] = [
  comingUp,
  seatsOpen,
  commitmentsOpen,
  backFrom,
  proposals,
]
