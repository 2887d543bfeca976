export { askDemonstration } from './asking/commands.ts'
export { heldStates, openDays, outcomeResults } from './codes.ts'
export { outcomes } from './feature.ts'
export { listOutcomes, lookUpOutcome, selectLastDay } from './outcomes.queries.ts'
