export { eventTexts } from './event-texts.commands.ts'
export { agenda } from './feature.ts'
export { mayAskForDate } from './policy.ts'
