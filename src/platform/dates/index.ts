export { parseEdtf, readEdtf } from './edtf-date.ts'
export { describeDate, describeRange } from './format-date.ts'
