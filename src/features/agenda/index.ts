export { agenda } from './feature.ts'
export { eventTexts } from './texts/event-texts.ts'
