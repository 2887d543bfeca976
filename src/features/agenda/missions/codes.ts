/** Kinds of events that also hold a sheet. */
export const missionKinds: readonly string[] = [
  'mission',
  'delegation_received',
  'study_visit',
  'job_shadowing',
]

/** Who goes along, by the kind of actor; their words are in the message files. */
export const actorKinds = [
  'elected',
  'administration',
  'chamber',
  'company',
  'cluster_agency',
  'university',
  'school',
  'association',
  'tourism_board',
  'press',
  'other',
] as const
export type ActorKind = (typeof actorKinds)[number]

/** Days after the end of a mission within which its debrief is written. */
export const debriefDays = 30
