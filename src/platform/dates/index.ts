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
export { isTold, lastDay, parseEdtf, readEdtf } from './edtf-date.ts'
export { describeDate, describeRange, describeUnderstood } from './format-date.ts'
export { isWithin, seenDays, toldDays } from './reach.ts'
export { readSaidDate, type SaidDate } from './said-date.ts'
export { onClock, wallTime } from './wall-time.ts'
export { spanOf } from './zone-spans.ts'
