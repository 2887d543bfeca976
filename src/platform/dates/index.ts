export { parseEdtf, readEdtf } from './edtf-date.ts'
export { describeDate, describeRange, describeUnderstood } from './format-date.ts'
export { readSaidDate, type SaidDate } from './said-date.ts'
