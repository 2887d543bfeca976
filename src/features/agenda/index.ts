export { eventTexts } from './event-texts.commands.ts'
export { agenda } from './feature.ts'
