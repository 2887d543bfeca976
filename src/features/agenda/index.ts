export { agenda } from './feature.ts'
export { mailReader } from './mail-reader.ts'
export { eventTexts } from './texts/event-texts.ts'
