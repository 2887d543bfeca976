export { todo } from './feature.ts'
export { fillLines, followActivities } from './lines.commands.ts'
