/** How long somebody may take to confirm what they sent. */
export const confirmationDays = 7

/** What a link leads to: a proposal, or a registration for an event. */
export type LinkOwner = { proposalId: string } | { registrationId: string }

/** The same as the table of links keeps it. */
export function ownerColumns(owner: LinkOwner): {
  proposal_id: string | null
  registration_id: string | null
} {
  return 'proposalId' in owner
    ? { proposal_id: owner.proposalId, registration_id: null }
    : { proposal_id: null, registration_id: owner.registrationId }
}
