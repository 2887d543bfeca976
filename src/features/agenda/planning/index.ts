export type { Holiday } from '../holidays/holiday.ts'
export { listSides } from './queries.ts'
export { isWorkingDay, sideOf } from './side.ts'
