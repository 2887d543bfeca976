export { completeReports } from './drafting/commands.ts'
export { reports } from './feature.ts'
