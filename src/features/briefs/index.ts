export { completeEditions } from './editions/commands.ts'
export { briefs } from './feature.ts'
export { refreshBriefs } from './items/commands.ts'
