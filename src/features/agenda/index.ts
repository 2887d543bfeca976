export { eventTexts } from './event-texts.commands.ts'
export { agenda } from './feature.ts'
export { mailReader } from './mail-reader.ts'
