import { confirmedLinks, secretLinks } from '../../platform/links/secret-links.ts'

/** Links of people without an account to what they proposed, or registered for: one of the two. */
export const links = confirmedLinks({
  table: 'agenda_link',
  owner: ['proposal_id', 'registration_id'],
  confirmationDays: 7,
  renewalMinutes: 10,
})

export type Link = NonNullable<Awaited<ReturnType<typeof links.lookUp>>>

/** Links with which people without an account answer a poll. */
export const voterLinks = secretLinks({ table: 'agenda_poll_link', owner: ['voter_id'] })
