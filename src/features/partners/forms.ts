/** In which form authorities do something together; their words are in the message files. */
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
export type Form = (typeof forms)[number]
