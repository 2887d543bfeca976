import { secretLinks } from '../../../platform/links/secret-links.ts'

/** Links by which organisations answer without an account. */
export const outcomeLinks = secretLinks({ table: 'outcomes_link', owner: ['question_id'] })
