export type { NewAction } from './actions/action.ts'
export type { NewPoint } from './agenda/queries.ts'
export { type NewParticipant, presences } from './attendance/participant.ts'
export { joinDecisions } from './decisions/commands.ts'
export { decisionStates, type NewDecision } from './decisions/decision.ts'
export { addDecision } from './decisions/editing.commands.ts'
export { listDecisions } from './decisions/queries.ts'
export { minutes } from './feature.ts'
export { addMeeting } from './meetings/commands.ts'
export type { Meeting } from './meetings/meeting.ts'
export type { NewMeeting } from './meetings/new-meeting.ts'
export {
  findMeeting,
  isPublished as selectPublishedMeeting,
  isSeen as selectSeenMeeting,
  isTold as selectToldMeeting,
  listMeetings,
  lookUpMeetingOn,
} from './meetings/queries.ts'
export { removeMeeting } from './meetings/removals.commands.ts'
export { type NewResource, resourceKinds } from './resources/resource.ts'
export type { NewSection } from './sections/section.ts'
