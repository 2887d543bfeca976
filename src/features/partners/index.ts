export { partners } from './feature.ts'
export { writeVisitCount } from './reciprocity/counts/commands.ts'
