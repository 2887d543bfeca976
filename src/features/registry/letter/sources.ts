import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { anniversaries } from './anniversaries.ts'
import { newTies } from './new-ties.ts'

/** What the registry offers to a letter, in the order in which it is read. */
export const registryLetterSources: readonly LetterSource[] = [newTies, anniversaries]
