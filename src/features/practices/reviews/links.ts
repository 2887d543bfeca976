import { secretLinks } from '../../../platform/links/secret-links.ts'

/** Links by which authorities without an account review a sheet. */
export const reviewLinks = secretLinks({ table: 'practices_review_link', owner: ['review_id'] })
