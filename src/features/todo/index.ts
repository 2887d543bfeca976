export { todo } from './feature.ts'
export { followActivities } from './lines.commands.ts'
