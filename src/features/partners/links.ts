import { confirmedLinks, secretLinks } from '../../platform/links/secret-links.ts'

/** Links by which a person without an account confirms their interest in a wish, and takes part in the talks. */
export const introductionLinks = confirmedLinks({
  table: 'partners_introduction_link',
  owner: ['introduction_id'],
  confirmationDays: 7,
})

/** Links of a member that is asked; without a request, of the asker. */
export const expectationLinks = secretLinks({
  table: 'partners_expectation_link',
  owner: ['expectation_id', 'request_id'],
})
