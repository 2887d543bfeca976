export {
  cityOf,
  type Hours,
  hourTrouble,
  instantOf,
  instantsOf,
  readClocks,
  readWallClocks,
  type WallReading,
  zoneOf,
  zonesFor,
} from './clocks.ts'
export { isTold, isWithin, lastDay, parseEdtf, readEdtf, seenDays, toldDays } from './edtf-date.ts'
export { describeDate, describeRange, describeUnderstood } from './format-date.ts'
export { readSaidDate, type SaidDate } from './said-date.ts'
export { onClock, spanOf, wallTime } from './wall-time.ts'
