/** The forms that a partnership may take, as wishes and expectations name them; their words are in the message files. */
export const forms = [
  'twinning',
  'project',
  'practitioner_exchange',
  'event',
  'youth',
  'economic_mission',
  'study_visit',
  'training',
  'other',
] as const
export type PartnershipForm = (typeof forms)[number]
