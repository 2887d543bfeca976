export { lastLocalElection, localElections } from '../holidays/checked-days.ts'
export type { Holiday } from '../holidays/holiday.ts'
export { lookUpHolidays } from '../holidays/queries.ts'
export { commonSlots, usualHours } from '../overlap/slots.ts'
export { AssessmentNotice } from './assessment-notice.tsx'
export { daysInWords, weekdayInWords } from './day-words.ts'
export { nextMorning } from './next-morning.ts'
export { assessPlannedEvent } from './planned-events.ts'
export { listSides } from './queries.ts'
export {
  dayAfter,
  daysFrom,
  holidaysBetween,
  isWorkingDay,
  type Side,
  sideOf,
} from './side.ts'
export { typedDay } from './typed-date.ts'
