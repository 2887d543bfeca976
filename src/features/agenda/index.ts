export { eventTexts } from './event-texts.commands.ts'
export { agenda } from './feature.ts'
export { type ActorKind, actorKinds, missionKinds } from './missions/codes.ts'
export { mayAskForDate } from './policy.ts'
