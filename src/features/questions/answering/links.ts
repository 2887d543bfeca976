import { secretLinks } from '../../../platform/links/secret-links.ts'

/** Links by which those who are asked answer, without an account. */
export const askedLinks = secretLinks({ table: 'questions_asked_link', owner: ['asked_id'] })
