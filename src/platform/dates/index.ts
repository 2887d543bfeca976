export { compareDates, type DateRange, overlaps, yearsBetween } from './date-range.ts'
export { type DatePrecision, type EdtfDate, type EdtfProblem, parseEdtf, readEdtf } from './edtf-date.ts'
export { describeDate, describeRange } from './format-date.ts'
